"""Numbers from texts, tuples, floats and fractions. Invariant: what is made here is exact; a context only fits it in
later. Each answer is (flags, sign, coefficient, exponent)."""

from math import copysign

from ._arith import INF, QNAN, SNAN, invalid, length, number_from
from ._signals import MAX_EMAX, MIN_ETINY, SYNTAX

NAMES = {'inf': INF, 'infinity': INF}
# An exponent beyond every limit, and below what marks infinities.
FAR = 3 * 10 ** 18


def parse(text, strict=False):
    """The number that a text says; unless strict, with blanks around it and underscores in it."""
    if not strict:
        text = text.strip()
        if '_' in text:
            text = text.replace('_', '')
    if not text.isascii():
        text = ''.join(str(int(ch)) if ch.isdecimal() else ch for ch in text)
    s = 0
    body = text
    if body[:1] in ('-', '+'):
        s = int(body[0] == '-')
        body = body[1:]
    if body.isdigit() and body.isascii():
        return 0, s, number_from(body), 0
    mark = 'e' if 'e' in body else 'E'
    number, found, tail = body.partition(mark)
    whole, _, part = number.partition('.')
    digits = whole + part
    if not (digits.isdigit() and digits.isascii()):
        return named(s, body.lower())
    e = 0
    if found:
        sign, size = tail[:1], tail[1:]
        if sign not in ('-', '+'):
            sign, size = '', tail
        if not (size.isdigit() and size.isascii()):
            return invalid(SYNTAX)
        e = int(size) if len(size) < 100 else number_from(size)
        e = min(e, FAR)
        if sign == '-':
            e = -e
    return 0, s, number_from(digits), e - len(part)


def named(s, body):
    """An infinity or a NaN by name."""
    if body in NAMES:
        return 0, s, 0, INF
    e = QNAN
    if body.startswith('s'):
        e, body = SNAN, body[1:]
    if not body.startswith('nan'):
        return invalid(SYNTAX)
    digits = body[3:]
    if not digits:
        return 0, s, 0, e
    if not (digits.isdigit() and digits.isascii()):
        return invalid(SYNTAX)
    return 0, s, number_from(digits), e


def narrowed(e):
    """An exponent that fits in a machine word, at most a little beyond every limit."""
    if not -0x8000000000000000 <= e <= 0x7fffffffffffffff:
        raise OverflowError('Python int too large to convert to C ssize_t')
    return max(-FAR, min(int(e), FAR))


def exact(s, c, e):
    """A finite number as it is, or the signal that no context is wide enough for it."""
    if -MAX_EMAX // 2 < e < MAX_EMAX // 2 and c < 1 << 100:
        return 0, s, c, e
    if e < MIN_ETINY or e + (length(c) - 1 if c else 0) > MAX_EMAX:
        return invalid()
    return 0, s, c, e


def float_parts(value):
    """The exact value of a float."""
    s = int(copysign(1.0, value) < 0)
    if value != value:
        return 0, s, 0, QNAN
    if value in (float('inf'), float('-inf')):
        return 0, s, 0, INF
    # A subclass may have methods of its own.
    top, bottom = float.as_integer_ratio(value)
    k = bottom.bit_length() - 1
    return 0, s, abs(top) * 5 ** k, -k


def tuple_parts(value):
    """The number of a sign, digits and an exponent."""
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, e = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    kind = None
    if isinstance(e, str):
        kind = {'F': INF, 'n': QNAN, 'N': SNAN}.get(e)
        if kind is None:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(e, int):
        raise ValueError('exponent must be an integer')
    if kind is None:
        e = narrowed(e)
    if not isinstance(digits, (tuple, list)):
        raise ValueError('coefficient must be a tuple of digits')
    if kind == INF:
        return 0, int(sign), 0, INF
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    c = number_from(''.join(map(str, map(int, digits)))) if digits else 0
    return 0, int(sign), c, e if kind is None else kind


def fraction_parts(x, other, make):
    """Both sides of a comparison with a fraction made whole, or NotImplemented."""
    from numbers import Rational
    if not isinstance(other, Rational):
        return NotImplemented
    top, bottom = int(other.numerator), int(other.denominator)
    if x._e < INF:
        x = make(x._s, x._c * bottom, x._e)
    return x, make(int(top < 0), abs(top), 0)
