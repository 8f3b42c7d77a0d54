"""Rational numbers of any size.

Invariant: of a Fraction the two integers have no common divisor and the denominator is positive.
"""

import math
import operator
import sys
from numbers import Complex, Integral, Rational, Real

__all__ = ['Fraction']

_NOT_CONVERTIBLE = "argument should be a %sRational instance or have the as_integer_ratio() method"


def _is_number(text):
    """True for decimal digits, single underscores allowed between them."""
    return all([part.isdecimal() for part in text.split('_')])


def _read(literal):
    """The numerator and the denominator, not reduced, of a literal such as '-3/7' or '1.5e-3'; None if it is none."""
    text = literal.strip()
    negative = text[:1] == '-'
    if text[:1] in ('-', '+'):
        text = text[1:]
    if '/' in text:
        top, _, bottom = text.partition('/')
        top, bottom = top.rstrip(), bottom.lstrip()
        if not _is_number(top) or not _is_number(bottom):
            return None
        top, bottom = int(top), int(bottom)
    else:
        mantissa, mark, power = text.replace('E', 'e').partition('e')
        whole, point, decimals = mantissa.partition('.')
        digits = power[1:] if power[:1] in ('-', '+') else power
        if not (whole or decimals) or mark and not _is_number(digits):
            return None
        if whole and not _is_number(whole) or decimals and not _is_number(decimals):
            return None
        decimals = decimals.replace('_', '')
        # Each part by itself, as each has the limit of digits.
        bottom = 10 ** len(decimals)
        top = int(whole or '0') * bottom + int(decimals or '0')
        if power[:1] == '-':
            bottom *= 10 ** int(digits)
        elif mark:
            top *= 10 ** int(digits)
    return -top if negative else top, bottom


def _make(top, bottom):
    """A Fraction of two integers that keep the invariant."""
    made = object.__new__(Fraction)
    made._top, made._bottom = top, bottom
    return made


def _reduce(top, bottom):
    """A Fraction of two integers, the lower one positive."""
    divisor = math.gcd(top, bottom)
    if divisor != 1:
        top, bottom = top // divisor, bottom // divisor
    made = object.__new__(Fraction)
    made._top, made._bottom = top, bottom
    return made


def _ratio(number):
    """Two integers of a number in lowest terms, or None; classes have the method too, but are no numbers."""
    if isinstance(number, Rational):
        return number.numerator, number.denominator
    if isinstance(number, float) or not isinstance(number, type) and hasattr(number, 'as_integer_ratio'):
        return number.as_integer_ratio()
    return None


def _operators(exact, inexact, with_complex=True):
    """A binary method and its reflected twin: `exact` takes two pairs of integers, `inexact` what floats come to."""

    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a._top, a._bottom, b._top, b._bottom)
        if isinstance(b, int):
            return exact(a._top, a._bottom, b, 1)
        if isinstance(b, float) or with_complex and isinstance(b, complex):
            return inexact(float(a), b)
        return NotImplemented

    def reflected(b, a):
        if isinstance(a, Rational):
            return exact(a.numerator, a.denominator, b._top, b._bottom)
        if isinstance(a, Real):
            return inexact(float(a), float(b))
        if with_complex and isinstance(a, Complex):
            return inexact(complex(a), float(b))
        return NotImplemented

    name = inexact.__name__.strip('_')
    forward.__name__, reflected.__name__ = f'__{name}__', f'__r{name}__'
    forward.__qualname__, reflected.__qualname__ = 'Fraction.' + forward.__name__, 'Fraction.' + reflected.__name__
    return forward, reflected


def _product(na, da, nb, db):
    return _reduce(na * nb, da * db)


def _quotient(na, da, nb, db):
    if nb == 0:
        raise ZeroDivisionError(f'Fraction({db}, 0)')
    return _reduce(na * db, da * nb) if nb > 0 else _reduce(-na * db, -da * nb)


def _divmod(na, da, nb, db):
    whole, rest = divmod(na * db, da * nb)
    return whole, _reduce(rest, da * db)


class Fraction(Rational):
    """A rational number."""

    __slots__ = ('_top', '_bottom')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if type(numerator) is int and type(denominator) is int:
            top, bottom = numerator, denominator
        elif denominator is None:
            if not isinstance(numerator, str):
                found = (numerator, 1) if type(numerator) is int else _ratio(numerator)
                if found is None:
                    raise TypeError(_NOT_CONVERTIBLE % "string or a ")
                # In lowest terms already.
                self._top, self._bottom = found
                return self
            found = _read(numerator)
            if found is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            top, bottom = found
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if bottom == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % top)
        divisor = math.gcd(top, bottom)
        if bottom < 0:
            divisor = -divisor
        self._top, self._bottom = top // divisor, bottom // divisor
        return self

    @classmethod
    def from_number(cls, number):
        """Makes the fraction that is exactly this number."""
        found = _ratio(number)
        if found is None:
            raise TypeError(_NOT_CONVERTIBLE % "")
        self = object.__new__(cls)
        self._top, self._bottom = found
        return self

    @classmethod
    def from_float(cls, f):
        """Makes the fraction that is exactly this float."""
        if not isinstance(f, (float, Integral)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls.from_number(f)

    @classmethod
    def from_decimal(cls, dec):
        """Makes the fraction that is exactly this decimal."""
        if not isinstance(dec, Integral):
            # Nobody has a decimal without the module.
            decimal = sys.modules.get('decimal')
            if decimal is None or not isinstance(dec, decimal.Decimal):
                raise TypeError(
                    f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls.from_number(dec)

    def is_integer(self):
        """True if the denominator is 1."""
        return self._bottom == 1

    def as_integer_ratio(self):
        """The numerator and the denominator."""
        return self._top, self._bottom

    def limit_denominator(self, max_denominator=1000000):
        """Finds the closest fraction whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._bottom <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, up to the last with a denominator that is allowed.
        rest, divisor = self._top, self._bottom
        older, newer = (0, 1), (1, 0)
        while True:
            term = rest // divisor
            bottom = older[1] + term * newer[1]
            if bottom > max_denominator:
                break
            older, newer = newer, (older[0] + term * newer[0], bottom)
            rest, divisor = divisor, rest - term * divisor
        # Best are the last convergent and the last semiconvergent, on the two sides of the number.
        steps = (max_denominator - older[1]) // newer[1]
        between = older[1] + steps * newer[1]
        if 2 * divisor * between <= self._bottom:
            return _make(*newer)
        return _make(older[0] + steps * newer[0], between)

    @property
    def numerator(self):
        """The integer above the line."""
        return self._top

    @property
    def denominator(self):
        """The integer below the line."""
        return self._bottom

    def __repr__(self):
        return f'{type(self).__name__}({self._top}, {self._bottom})'

    def __str__(self):
        return str(self._top) if self._bottom == 1 else f'{self._top}/{self._bottom}'

    def __format__(self, format_spec, /):
        options = _Options(format_spec)
        if not options.valid:
            raise ValueError(
                f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")
        return options.as_float(self) if options.kind else options.as_ratio(self)

    __add__, __radd__ = _operators(lambda na, da, nb, db: _reduce(na * db + nb * da, da * db), operator.add)
    __sub__, __rsub__ = _operators(lambda na, da, nb, db: _reduce(na * db - nb * da, da * db), operator.sub)
    __mul__, __rmul__ = _operators(_product, operator.mul)
    __truediv__, __rtruediv__ = _operators(_quotient, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(
        lambda na, da, nb, db: (na * db) // (da * nb), operator.floordiv, False)
    __mod__, __rmod__ = _operators(
        lambda na, da, nb, db: _reduce((na * db) % (nb * da), da * db), operator.mod, False)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod, False)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power, top, bottom = b.numerator, a._top, a._bottom
            if power >= 0:
                return _make(top ** power, bottom ** power)
            if top == 0:
                raise ZeroDivisionError(f'Fraction({bottom ** -power}, 0)')
            if top < 0:
                top, bottom = -top, -bottom
            return _make(bottom ** -power, top ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        rational = isinstance(a, Rational)
        if b._bottom == 1 and not (rational and b._top < 0):
            return a ** b._top
        return Fraction(a.numerator, a.denominator) ** b if rational else a ** float(b)

    def __pos__(a):
        return _make(a._top, a._bottom)

    def __neg__(a):
        return _make(-a._top, a._bottom)

    def __abs__(a):
        return _make(abs(a._top), a._bottom)

    def __int__(a):
        # operator.index, as the numerator may be of a class of its own.
        return operator.index(a.__trunc__())

    def __trunc__(a):
        return a._top // a._bottom if a._top >= 0 else -(-a._top // a._bottom)

    def __floor__(a):
        return a._top // a._bottom

    def __ceil__(a):
        return -(-a._top // a._bottom)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded(self._top, self._bottom)
        scale = 10 ** abs(ndigits)
        if ndigits > 0:
            return _reduce(_rounded(self._top * scale, self._bottom), scale)
        return Fraction(_rounded(self._top, self._bottom * scale) * scale)

    def __hash__(self):
        # The rule for all numbers: the quotient modulo a prime, so that equal numbers have equal hashes.
        try:
            inverse = pow(self._bottom, -1, sys.hash_info.modulus)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._top)) * inverse)
        if self._top < 0:
            value = -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if isinstance(b, Rational):
            return a._top == b.numerator and a._bottom == b.denominator
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isfinite(b):
                return (a._top, a._bottom) == b.as_integer_ratio()
            return 0.0 == b
        return NotImplemented

    def _compare(self, other, relation):
        if isinstance(other, Rational):
            return relation(self._top * other.denominator, self._bottom * other.numerator)
        if isinstance(other, float):
            if not math.isfinite(other):
                return relation(0.0, other)
            top, bottom = other.as_integer_ratio()
            return relation(self._top * bottom, self._bottom * top)
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._top)

    def __reduce__(self):
        return self.__class__, (self._top, self._bottom)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._top, self._bottom)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _rounded(top, bottom):
    """The integer nearest to a quotient, the even one of two."""
    whole, rest = divmod(top, bottom)
    rest *= 2
    return whole + 1 if rest > bottom or rest == bottom and whole % 2 else whole


def _shifted(top, bottom, exponent):
    """The integer nearest to top / bottom / 10**exponent."""
    if exponent >= 0:
        return _rounded(top, bottom * 10 ** exponent)
    return _rounded(top * 10 ** -exponent, bottom)


def _figures(top, bottom, figures):
    """A positive quotient as a number of so many digits and a power of ten."""
    if top == 0:
        return 0, 1 - figures
    above, below = str(top), str(bottom)
    exponent = len(above) - len(below) + (below <= above) - figures
    number = _shifted(top, bottom, exponent)
    if number == 10 ** figures:
        return number // 10, exponent + 1
    return number, exponent


class _Options:
    """A format specification, read from left to right; `valid` tells whether it is one."""

    def __init__(self, spec):
        self.rest = spec
        self.fill = self.align = ''
        if spec[1:2] in ('<', '>', '=', '^') and spec[1:2]:
            self.fill, self.align, self.rest = spec[0], spec[1], spec[2:]
        else:
            self.align = self.one_of('<>=^')
        self.sign = self.one_of('-+ ')
        self.kind = self.rest[-1:] if self.rest[-1:] in ('e', 'E', 'f', 'F', 'g', 'G', '%') else ''
        self.no_negative_zero = bool(self.kind and self.one_of('z'))
        self.alternate = bool(self.one_of('#'))
        self.precision, self.zeros, self.decimals_mark = 6, False, ''
        self.valid = True
        width = self.digits()
        if width[:1] == '0' and len(width) > 1:
            # A zero in front of the width asks for zeros; only numbers written as floats have them.
            self.zeros = True
            self.valid = bool(self.kind and not self.align)
        elif self.kind and self.fill == '0' and self.align == '=':
            self.zeros = True
        self.width = int(width or '0')
        self.mark = self.one_of(',_')
        if self.kind:
            if self.one_of('.'):
                precision, self.decimals_mark = self.digits(), self.one_of(',_')
                self.valid = self.valid and bool(precision or self.decimals_mark)
                self.precision = int(precision or '6')
            self.rest = self.rest[:-1]
        self.valid = self.valid and not self.rest

    def one_of(self, chars):
        found = self.rest[:1]
        if found and found in chars:
            self.rest = self.rest[1:]
            return found
        return ''

    def digits(self):
        left = self.rest.lstrip('0123456789')
        found = self.rest[:len(self.rest) - len(left)]
        self.rest = left
        return found

    def padded(self, negative, body):
        sign = '-' if negative else self.sign.strip('-')
        padding = (self.fill or ' ') * (self.width - len(sign) - len(body))
        if self.align == '<':
            return sign + body + padding
        if self.align == '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        if self.align == '=':
            return sign + padding + body
        return padding + sign + body

    def as_ratio(self, value):
        body = format(abs(value._top), self.mark)
        if value._bottom > 1 or self.alternate:
            body += '/' + format(value._bottom, self.mark)
        return self.padded(value._top < 0, body)

    def as_float(self, value):
        top, bottom, kind, precision = abs(value._top), value._bottom, self.kind, self.precision
        general = kind in 'gG'
        suffix = ''
        if kind in 'fF%':
            if kind == '%':
                top, suffix = top * 100, '%'
            number, behind = _shifted(top, bottom, -precision), precision
        else:
            figures = max(precision, 1) if general else precision + 1
            number, exponent = _figures(top, bottom, figures)
            behind = -exponent
            if not general or exponent > 0 or exponent + figures <= -4:
                behind = figures - 1
                suffix = f"{'e' if kind in 'eg' else 'E'}{exponent + behind:+03d}"
        digits = str(number).zfill(behind + 1)
        whole, decimals = digits[:len(digits) - behind], digits[len(digits) - behind:]
        if general and not self.alternate:
            decimals = decimals.rstrip('0')
        point = '.' if decimals or self.alternate else ''
        if self.decimals_mark:
            decimals = self.decimals_mark.join([decimals[at:at + 3] for at in range(0, len(decimals), 3)])
        tail = point + decimals + suffix
        negative = value._top < 0 and not (self.no_negative_zero and number == 0)
        if self.zeros:
            room = self.width - len(tail) - (1 if negative or self.sign.strip('-') else 0)
            whole = whole.zfill(3 * room // 4 + 1 if self.mark else room)
        if self.mark:
            first = (len(whole) - 1) % 3 + 1
            whole = self.mark.join([whole[:first], *[whole[at:at + 3] for at in range(first, len(whole), 3)]])
        return self.padded(negative, whole + tail)
