"""The class of decimal numbers. Invariant: a number never changes after it was made; its slots are sign (0 or 1),
coefficient and exponent as the arithmetic has them, and every result of an operation is a plain Decimal."""

from . import _context, _others
from ._arith import (INF, POWERS, QNAN, SNAN, add, digits_of, divide, divide_int, divmod_of, fix, fma, invalid, length,
                     multiply, order, order_total, plus, plus_zero, power10, remainder, remainder_near, subtract)
from ._context import chosen, getcontext, mode_of
from ._format import text_of
from ._making import exact, float_parts, fraction_parts, narrowed, parse, tuple_parts
from ._signals import FLOATED, PLAIN, SYNTAX

MODULUS = (1 << 61) - 1
create = object.__new__


def make(s, c, e):
    """A number of its parts."""
    x = create(Decimal)
    x._s, x._c, x._e = s, c, e
    return x


def done(ctx, result):
    """The number of an operation's result, after its signals were raised."""
    flags, s, c, e = result
    if flags:
        ctx._note(flags)
    x = create(Decimal)
    x._s, x._c, x._e = s, c, e
    return x


def operand(value):
    """The other operand of an operator, or NotImplemented."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return make(1, -int(value), 0) if value < 0 else make(0, int(value), 0)
    return NotImplemented


def convert(value):
    """An argument as a number."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return make(1, -int(value), 0) if value < 0 else make(0, int(value), 0)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def needed(value):
    """An argument that must be a Decimal."""
    if not isinstance(value, Decimal):
        raise TypeError('argument must be a Decimal')
    return value


def parts_of(value, ctx):
    """(flags, sign, coefficient, exponent) of any value that a number can be made from."""
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, int):
        return 0, int(value < 0), abs(int(value)), 0
    if isinstance(value, Decimal):
        return 0, value._s, value._c, value._e
    if isinstance(value, float):
        ctx._note(FLOATED)
        return float_parts(value)
    if isinstance(value, (tuple, list)):
        return tuple_parts(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def made(value, ctx):
    """Any value as a number rounded to a context."""
    if isinstance(value, Decimal):
        if value._e > INF:
            room = ctx._prec - ctx._clamp
            return done(ctx, invalid(SYNTAX)) if value._c and length(value._c) > room else value
        return done(ctx, fix(ctx, value._s, value._c, value._e)) if value._e < INF else value
    flags, s, c, e = parse(value, True) if isinstance(value, str) else parts_of(value, ctx)
    if flags:
        return done(ctx, (flags, s, c, e))
    if e < INF:
        return done(ctx, fix(ctx, s, c, e))
    if e > INF and c and length(c) > ctx._prec - ctx._clamp:
        return done(ctx, invalid(SYNTAX))
    return make(s, c, e)


def made_from_float(value, ctx):
    """A float or an int as a number rounded to a context."""
    if not isinstance(value, (float, int)):
        raise TypeError('argument must be int or float')
    if isinstance(value, int):
        return done(ctx, fix(ctx, int(value < 0), abs(int(value)), 0))
    _, s, c, e = float_parts(value)
    return done(ctx, fix(ctx, s, c, e)) if e < INF else make(s, c, e)


class Decimal:
    """A decimal number with exact digits."""
    __module__ = 'decimal'
    __slots__ = ('_s', '_c', '_e', '__weakref__')

    def __new__(cls, value='0', context=None):
        ctx = getcontext() if context is None else chosen(context)
        if cls is Decimal and type(value) is Decimal:
            return value
        flags, s, c, e = parts_of(value, ctx)
        if e < INF or flags:
            if not flags:
                flags, s, c, e = exact(s, c, e)
            if flags:
                ctx._note(flags)
        x = create(cls)
        x._s, x._c, x._e = s, c, e
        return x

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or an int."""
        if not isinstance(f, (float, int)):
            raise TypeError('argument must be int or float')
        s, c, e = (int(f < 0), abs(int(f)), 0) if isinstance(f, int) else float_parts(f)[1:]
        x = make(s, c, e)
        return x if cls is Decimal else cls(x)

    @classmethod
    def from_number(cls, number, /):
        """The exact value of a number."""
        if not isinstance(number, (int, float, Decimal)):
            raise TypeError(f'conversion from {type(number).__name__} to Decimal is not supported')
        return cls(number)

    # Operators.

    def __add__(self, other):
        if type(other) is not Decimal:
            other = operand(other)
            if other is NotImplemented:
                return other
        ctx = getcontext()
        e, eb, a, b = self._e, other._e, self._c, other._c
        # Numbers of everyday: their sum needs no look at digits, signals or limits.
        apart = e - eb
        if apart and -60 < apart < 60:
            if apart > 0:
                a *= POWERS[apart]
                e = eb
            else:
                b *= POWERS[-apart]
        elif apart:
            return done(ctx, add(ctx, self, other))
        s = self._s
        if s == other._s:
            a += b
        elif a > b:
            a -= b
        else:
            s, a = 1 - s, b - a
        if 0 < a < ctx._limit and ctx._emin <= e <= ctx._high:
            x = create(Decimal)
            x._s, x._c, x._e = s, a, e
            return x
        return done(ctx, add(ctx, self, other))

    def __sub__(self, other):
        if type(other) is not Decimal:
            other = operand(other)
            if other is NotImplemented:
                return other
        ctx = getcontext()
        e, eb, a, b = self._e, other._e, self._c, other._c
        # Numbers of everyday: their sum needs no look at digits, signals or limits.
        apart = e - eb
        if apart and -60 < apart < 60:
            if apart > 0:
                a *= POWERS[apart]
                e = eb
            else:
                b *= POWERS[-apart]
        elif apart:
            return done(ctx, subtract(ctx, self, other))
        s = self._s
        if s == 1 - other._s:
            a += b
        elif a > b:
            a -= b
        else:
            s, a = 1 - s, b - a
        if 0 < a < ctx._limit and ctx._emin <= e <= ctx._high:
            x = create(Decimal)
            x._s, x._c, x._e = s, a, e
            return x
        return done(ctx, subtract(ctx, self, other))

    def __mul__(self, other):
        if type(other) is not Decimal:
            other = operand(other)
            if other is NotImplemented:
                return other
        ctx = getcontext()
        c, e = self._c * other._c, self._e + other._e
        if c < ctx._limit and ctx._emin <= e <= ctx._high:
            x = create(Decimal)
            x._s, x._c, x._e = self._s ^ other._s, c, e
            return x
        return done(ctx, multiply(ctx, self, other))

    def __truediv__(self, other):
        other = operand(other)
        if other is NotImplemented:
            return other
        ctx = getcontext()
        return done(ctx, divide(ctx, self, other))

    def __floordiv__(self, other):
        other = operand(other)
        if other is NotImplemented:
            return other
        ctx = getcontext()
        return done(ctx, divide_int(ctx, self, other))

    def __mod__(self, other):
        other = operand(other)
        if other is NotImplemented:
            return other
        ctx = getcontext()
        return done(ctx, remainder(ctx, self, other))

    def __divmod__(self, other):
        other = operand(other)
        return other if other is NotImplemented else self._divmod(other, getcontext())

    def __pow__(self, other, mod=None):
        other = operand(other)
        if other is NotImplemented:
            return other
        if mod is not None:
            mod = operand(mod)
            if mod is NotImplemented:
                return mod
        return self._power(other, mod, getcontext())

    def __rpow__(self, other, mod=None):
        other = operand(other)
        return other if other is NotImplemented else other.__pow__(self, mod)

    def __radd__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__add__(self)

    def __rsub__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__sub__(self)

    def __rmul__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__mul__(self)

    def __rtruediv__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__truediv__(self)

    def __rfloordiv__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__floordiv__(self)

    def __rmod__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__mod__(self)

    def __rdivmod__(self, other):
        other = operand(other)
        return other if other is NotImplemented else other.__divmod__(self)

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self._minus(getcontext())

    def __abs__(self):
        return self._size(getcontext())

    def __bool__(self):
        return self._e >= INF or self._c != 0

    def _plus(self, ctx):
        return done(ctx, plus_zero(ctx, self, self._s))

    def _minus(self, ctx):
        return done(ctx, plus_zero(ctx, self, 1 - self._s))

    def _size(self, ctx):
        return done(ctx, plus_zero(ctx, self, 0))

    def _fitted(self, ctx):
        flags, s, c, e = plus(ctx, self)
        return make(s, c, SNAN) if self._e == SNAN else done(ctx, (flags, s, c, e))

    def _with(self, operation, other, ctx):
        return done(ctx, operation(ctx, self, other))

    def _divmod(self, other, ctx):
        first, second = divmod_of(ctx, self, other)
        flags = first[0] | second[0]
        if flags:
            ctx._note(flags)
        return make(*first[1:]), make(*second[1:])

    def _power(self, other, mod, ctx):
        from ._elementary import power, power_modulo
        return done(ctx, power(ctx, self, other) if mod is None else power_modulo(ctx, self, other, mod))

    # Comparisons.

    def _against(self, other, equality):
        """The two numbers to compare, or NotImplemented."""
        if isinstance(other, (Decimal, int)):
            return self, operand(other)
        if equality and isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            ctx = getcontext()
            if equality:
                ctx._status |= FLOATED
            else:
                ctx._note(FLOATED)
            return self, make(*float_parts(other)[1:])
        if isinstance(other, complex):
            return NotImplemented
        return fraction_parts(self, other, make)

    def __eq__(self, other):
        if type(other) is not Decimal:
            pair = self._against(other, True)
            if pair is NotImplemented:
                return pair
            self, other = pair
        e, eb = self._e, other._e
        if e > INF or eb > INF:
            if e == SNAN or eb == SNAN:
                getcontext()._note(PLAIN)
            return False
        if e == eb:
            return self._c == other._c and (self._s == other._s or not self._c and e < INF)
        return order(self, other) == 0

    def _compared(self, other):
        """-1, 0 or 1, 2 where a NaN is among them, or NotImplemented."""
        if type(other) is not Decimal:
            pair = self._against(other, False)
            if pair is NotImplemented:
                return pair
            self, other = pair
        if self._e > INF or other._e > INF:
            getcontext()._note(PLAIN)
            return 2
        return order(self, other)

    def __lt__(self, other):
        found = self._compared(other)
        return found if found is NotImplemented else found < 0

    def __le__(self, other):
        found = self._compared(other)
        return found if found is NotImplemented else found <= 0

    def __gt__(self, other):
        found = self._compared(other)
        return found if found is NotImplemented else found == 1

    def __ge__(self, other):
        found = self._compared(other)
        return found if found is NotImplemented else 0 <= found < 2

    def __hash__(self):
        s, c, e = self._s, self._c, self._e
        if e >= INF:
            if e == SNAN:
                raise TypeError('Cannot hash a signaling NaN value')
            return object.__hash__(self) if e == QNAN else -314159 if s else 314159
        found = c * (pow(10, e, MODULUS) if e >= 0 else pow(pow(10, -1, MODULUS), -e, MODULUS)) % MODULUS
        return (-found if found != 1 else -2) if s else found

    # Conversions.

    def __int__(self):
        s, c, e = self._s, self._c, self._e
        if e >= INF:
            if e > INF:
                raise ValueError('cannot convert NaN to integer')
            raise OverflowError('cannot convert Infinity to integer')
        if e >= 0:
            c *= power10(e)
        else:
            c = c // power10(-e) if -e <= c.bit_length() else 0
        return -c if s else c

    __trunc__ = __int__

    def _rounded_int(self, mode):
        if self._e >= INF:
            return self.__int__()
        return make(*_others.to_integral(getcontext(), self, mode, False)[1:]).__int__()

    def __floor__(self):
        return self._rounded_int('ROUND_FLOOR')

    def __ceil__(self):
        return self._rounded_int('ROUND_CEILING')

    def __round__(self, *places):
        if len(places) > 1:
            raise TypeError(f'function takes at most 1 argument ({len(places)} given)')
        if not places or places[0] is None:
            return self._rounded_int('ROUND_HALF_EVEN')
        if not isinstance(places[0], int):
            raise TypeError('optional arg must be an integer')
        ctx = getcontext()
        return done(ctx, _others.quantize(ctx, self, make(0, 1, -narrowed(places[0])), ctx._rounding))

    def __float__(self):
        if self._e == SNAN:
            raise ValueError('cannot convert signaling NaN to float')
        if self._e == QNAN:
            return float('-nan' if self._s else 'nan')
        return float(text_of(self, 1))

    def __complex__(self):
        return complex(self.__float__())

    def __str__(self):
        return text_of(self, getcontext()._capitals)

    def __repr__(self):
        return f"Decimal('{text_of(self, getcontext()._capitals)}')"

    def __format__(self, specifier, override=None, /):
        if not isinstance(specifier, str):
            raise TypeError('format arg must be str')
        if not specifier:
            return str(self)
        from ._layout import format_number
        return format_number(self, specifier, getcontext())

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def as_tuple(self):
        """Sign, digits and exponent."""
        from . import DecimalTuple
        e = self._e
        if e < INF:
            return DecimalTuple(self._s, tuple(map(int, digits_of(self._c))), e)
        if e == INF:
            return DecimalTuple(self._s, (0,), 'F')
        return DecimalTuple(self._s, tuple(map(int, digits_of(self._c))) if self._c else (), 'n' if e == QNAN else 'N')

    def as_integer_ratio(self):
        """Numerator and denominator in lowest terms."""
        e = self._e
        if e >= INF:
            if e > INF:
                raise ValueError('cannot convert NaN to integer ratio')
            raise OverflowError('cannot convert Infinity to integer ratio')
        c = -self._c if self._s else self._c
        if e >= 0:
            return c * power10(e), 1
        if not c:
            return 0, 1
        from math import gcd
        bottom = power10(-e)
        common = gcd(c, bottom)
        return c // common, bottom // common

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return make(0, 0, 0)

    def conjugate(self):
        """The number itself."""
        return self

    def canonical(self):
        """The number itself."""
        return self

    def radix(self):
        """Ten."""
        return make(0, 10, 0)

    def adjusted(self):
        """The exponent of the first digit."""
        return self._e + length(self._c) - 1 if self._e < INF and self._c else self._e if self._e < INF else 0

    def to_eng_string(self, context=None):
        """The number as text with an exponent in threes."""
        return text_of(self, chosen(context)._capitals, True)

    # Classes of numbers.

    def is_canonical(self):
        """Whether the number is in canonical form; all are."""
        return True

    def is_finite(self):
        """Whether the number is neither an infinity nor a NaN."""
        return self._e < INF

    def is_infinite(self):
        """Whether the number is an infinity."""
        return self._e == INF

    def is_nan(self):
        """Whether the number is a NaN."""
        return self._e > INF

    def is_qnan(self):
        """Whether the number is a quiet NaN."""
        return self._e == QNAN

    def is_snan(self):
        """Whether the number is a signaling NaN."""
        return self._e == SNAN

    def is_signed(self):
        """Whether the sign is minus."""
        return self._s == 1

    def is_zero(self):
        """Whether the number is zero."""
        return not self._c and self._e < INF

    def is_normal(self, context=None):
        """Whether the number is finite, not zero and not subnormal."""
        ctx = chosen(context)
        return self._e < INF and self._c != 0 and self._e + length(self._c) - 1 >= ctx._emin

    def is_subnormal(self, context=None):
        """Whether the number is too small to be normal, and not zero."""
        ctx = chosen(context)
        return self._e < INF and self._c != 0 and self._e + length(self._c) - 1 < ctx._emin

    def number_class(self, context=None):
        """The name of the number's class."""
        ctx = chosen(context)
        if self._e > INF:
            return 'NaN' if self._e == QNAN else 'sNaN'
        if self._e == INF:
            name = 'Infinity'
        elif not self._c:
            name = 'Zero'
        else:
            name = 'Normal' if self.is_normal(ctx) else 'Subnormal'
        return ('-' if self._s else '+') + name

    def same_quantum(self, other, context=None):
        """Whether two numbers have the same exponent; infinities and NaNs are alike among themselves."""
        chosen(context)
        e, eb = self._e, convert(other)._e
        return e == eb or e > INF and eb > INF

    # Signs, without signals.

    def copy_abs(self):
        """The number without its sign."""
        return make(0, self._c, self._e)

    def copy_negate(self):
        """The number with the other sign."""
        return make(1 - self._s, self._c, self._e)

    def copy_sign(self, other, context=None):
        """The number with the sign of another."""
        chosen(context)
        return make(convert(other)._s, self._c, self._e)

    def compare_total(self, other, context=None):
        """The order of two representations."""
        chosen(context)
        found = order_total(self, convert(other))
        return make(int(found < 0), abs(found), 0)

    def compare_total_mag(self, other, context=None):
        """The order of two representations without their signs."""
        chosen(context)
        found = order_total(self, convert(other), True)
        return make(int(found < 0), abs(found), 0)

    # Operations.

    def fma(self, other, third, context=None):
        """The product with another number plus a third, rounded once."""
        ctx = chosen(context)
        return done(ctx, fma(ctx, self, convert(other), convert(third)))

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        ctx = chosen(context)
        mode = ctx._rounding if rounding is None else mode_of(rounding)
        return done(ctx, _others.quantize(ctx, self, convert(exp), mode))

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number, without signals for rounding."""
        ctx = chosen(context)
        mode = ctx._rounding if rounding is None else mode_of(rounding)
        return done(ctx, _others.to_integral(ctx, self, mode, False))

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The nearest whole number, with its signals."""
        ctx = chosen(context)
        mode = ctx._rounding if rounding is None else mode_of(rounding)
        return done(ctx, _others.to_integral(ctx, self, mode, True))

    def remainder_near(self, other, context=None):
        """What the whole number nearest to the quotient leaves."""
        ctx = chosen(context)
        return done(ctx, remainder_near(ctx, self, convert(other)))

    def exp(self, context=None):
        """e raised to the number."""
        from ._elementary import exp
        ctx = chosen(context)
        return done(ctx, exp(ctx, self))

    def ln(self, context=None):
        """The natural logarithm."""
        from ._elementary import ln
        ctx = chosen(context)
        return done(ctx, ln(ctx, self))

    def log10(self, context=None):
        """The logarithm to base ten."""
        from ._elementary import log10
        ctx = chosen(context)
        return done(ctx, log10(ctx, self))

    def sqrt(self, context=None):
        """The square root."""
        from ._elementary import sqrt
        ctx = chosen(context)
        return done(ctx, sqrt(ctx, self))

    def logb(self, context=None):
        """The exponent of the first digit as a number."""
        ctx = chosen(context)
        return done(ctx, _others.logb(ctx, self))

    def normalize(self, context=None):
        """The number without zeros at its end."""
        ctx = chosen(context)
        return done(ctx, _others.normalize(ctx, self))

    def next_minus(self, context=None):
        """The largest number of the context below."""
        ctx = chosen(context)
        return done(ctx, _others.next_minus(ctx, self))

    def next_plus(self, context=None):
        """The smallest number of the context above."""
        ctx = chosen(context)
        return done(ctx, _others.next_plus(ctx, self))

    def logical_invert(self, context=None):
        """Each digit of a logical number inverted."""
        ctx = chosen(context)
        return done(ctx, _others.logical_invert(ctx, self))

    def compare(self, other, context=None):
        """The order of two numbers as a number."""
        ctx = chosen(context)
        return done(ctx, _others.compare(ctx, self, convert(other)))

    def compare_signal(self, other, context=None):
        """The same, where every NaN signals."""
        ctx = chosen(context)
        return done(ctx, _others.compare_signal(ctx, self, convert(other)))

    def max(self, other, context=None):
        """The larger number."""
        ctx = chosen(context)
        return done(ctx, _others.extreme(ctx, self, convert(other), 1))

    def min(self, other, context=None):
        """The smaller number."""
        ctx = chosen(context)
        return done(ctx, _others.extreme(ctx, self, convert(other), -1))

    def max_mag(self, other, context=None):
        """The number of larger size."""
        ctx = chosen(context)
        return done(ctx, _others.extreme(ctx, self, convert(other), 1, True))

    def min_mag(self, other, context=None):
        """The number of smaller size."""
        ctx = chosen(context)
        return done(ctx, _others.extreme(ctx, self, convert(other), -1, True))

    def next_toward(self, other, context=None):
        """The next number in the direction of another."""
        ctx = chosen(context)
        return done(ctx, _others.next_toward(ctx, self, convert(other)))

    def scaleb(self, other, context=None):
        """The number with another added to its exponent."""
        ctx = chosen(context)
        return done(ctx, _others.scaleb(ctx, self, convert(other)))

    def shift(self, other, context=None):
        """The digits shifted to the left, or to the right for less than zero."""
        ctx = chosen(context)
        return done(ctx, _others.shift(ctx, self, convert(other)))

    def rotate(self, other, context=None):
        """The digits rotated to the left, or to the right for less than zero."""
        ctx = chosen(context)
        return done(ctx, _others.rotate(ctx, self, convert(other)))

    def logical_and(self, other, context=None):
        """The digits of two logical numbers joined by and."""
        ctx = chosen(context)
        return done(ctx, _others.joined(ctx, self, convert(other), int.__and__))

    def logical_or(self, other, context=None):
        """The digits of two logical numbers joined by or."""
        ctx = chosen(context)
        return done(ctx, _others.joined(ctx, self, convert(other), int.__or__))

    def logical_xor(self, other, context=None):
        """The digits of two logical numbers joined by exclusive or."""
        ctx = chosen(context)
        return done(ctx, _others.joined(ctx, self, convert(other), int.__xor__))


_context.convert, _context.needed, _context.made, _context.made_from_float = convert, needed, made, made_from_float
