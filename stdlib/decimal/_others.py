"""The operations that work on digits, exponents and neighbours. Invariant: as in the arithmetic, an operation takes a
context and operands and returns (flags, sign, coefficient, exponent)."""

from ._arith import (INF, SNAN, Frame, digits_of, drop, fix, invalid, length, nan_of, number_from, order, order_total,
                     payload, plus, power10, strip_zeros, sum_of)
from ._signals import CLAMPED, DIVIDED, INEXACT, OVERFLOWN, PLAIN, ROUNDED, SUBNORMAL, UNDERFLOW


def quantize(ctx, a, b, mode):
    """a with the exponent of b."""
    ea, eb = a._e, b._e
    if ea >= INF or eb >= INF:
        if ea > INF or eb > INF:
            return nan_of(ctx, a, b)
        return (0, a._s, 0, INF) if ea == eb else invalid()
    if not ctx._emin - ctx._prec + 1 <= eb <= ctx._emax:
        return invalid()
    c, flags = a._c, 0
    if c:
        up = ea - eb
        if up >= 0:
            if up + length(c) > ctx._prec:
                return invalid()
            c *= power10(up)
        else:
            if length(c) + up > ctx._prec:
                return invalid()
            c, lost = drop(mode, a._s, c, -up)
            flags = ROUNDED | INEXACT if lost else ROUNDED
        if length(c) > ctx._prec or eb + length(c) - 1 > ctx._emax:
            return invalid()
        if c and eb + length(c) - 1 < ctx._emin:
            flags |= SUBNORMAL
    elif ctx._clamp and eb > ctx._emax - ctx._prec + 1:
        return CLAMPED, a._s, 0, ctx._emax - ctx._prec + 1
    if ctx._clamp and eb > ctx._emax - ctx._prec + 1:
        return fix(ctx, a._s, c, eb, flags)
    return flags, a._s, c, eb


def to_integral(ctx, a, mode, exact):
    """The number rounded to exponent zero; with the signals of rounding when asked."""
    e = a._e
    if e >= 0:
        return payload(ctx, a) if e > INF else (0, a._s, a._c, e)
    if not a._c:
        return 0, a._s, 0, 0
    c, lost = drop(mode, a._s, a._c, -e)
    flags = 0
    if exact:
        flags = ROUNDED | INEXACT if lost else ROUNDED
    return flags, a._s, c, 0


def normalize(ctx, a):
    """The number without zeros at its end."""
    if a._e >= INF:
        return plus(ctx, a)
    flags, s, c, e = plus(ctx, a)
    if e >= INF:
        return flags, s, c, e
    if not c:
        return flags, s, 0, 0
    top = ctx._emax - ctx._prec + 1 if ctx._clamp else ctx._emax
    c, gone = strip_zeros(c, max(0, top - e))
    return flags, s, c, e + gone


def logb(ctx, a):
    """The exponent of the first digit."""
    if a._e >= INF:
        return payload(ctx, a) if a._e > INF else (0, 0, 0, INF)
    if not a._c:
        return DIVIDED, 1, 0, INF
    top = a._e + length(a._c) - 1
    return fix(ctx, int(top < 0), abs(top), 0)


def scaleb(ctx, a, b):
    """a with b added to its exponent."""
    if a._e > INF or b._e > INF:
        return nan_of(ctx, a, b)
    if b._e or b._c > 2 * (ctx._emax + ctx._prec):
        return invalid()
    if a._e == INF:
        return 0, a._s, 0, INF
    return fix(ctx, a._s, a._c, a._e + (-b._c if b._s else b._c))


def moved(ctx, a, b, round_about):
    """The digits of a shifted by b, or rotated."""
    if a._e > INF or b._e > INF:
        return nan_of(ctx, a, b)
    prec = ctx._prec
    if b._e or b._c > prec:
        return invalid()
    if a._e == INF:
        return 0, a._s, 0, INF
    c, n = a._c, b._c
    size = length(c)
    if size > prec:
        c %= power10(prec)
    if round_about:
        if b._s:
            n = prec - n
        high, low = divmod(c, power10(prec - n))
        return 0, a._s, low * power10(n) + high, a._e
    if b._s:
        return 0, a._s, c // power10(n), a._e
    c *= power10(n)
    return 0, a._s, c % power10(prec) if size + n > prec else c, a._e


def shift(ctx, a, b):
    """The digits shifted; zeros come in."""
    return moved(ctx, a, b, False)


def rotate(ctx, a, b):
    """The digits rotated within the precision."""
    return moved(ctx, a, b, True)


def logical(ctx, a):
    """The bits of a logical operand within the precision, or None."""
    if a._e or a._s:
        return None
    digits = digits_of(a._c)
    if digits.strip('01'):
        return None
    return int(digits[-ctx._prec:], 2)


def joined(ctx, a, b, join):
    """Two logical operands joined bit by bit."""
    x, y = logical(ctx, a), logical(ctx, b)
    if x is None or y is None:
        return invalid()
    return 0, 0, number_from(bin(join(x, y))[2:]), 0


def logical_invert(ctx, a):
    """Each digit of a logical operand inverted."""
    x = logical(ctx, a)
    if x is None:
        return invalid()
    return 0, 0, number_from(bin((1 << ctx._prec) - 1 ^ x)[2:]), 0


def compare(ctx, a, b, signal=False):
    """The order of two numbers as a number."""
    if a._e > INF or b._e > INF:
        flags, s, c, e = nan_of(ctx, a, b)
        return flags | PLAIN if signal else flags, s, c, e
    found = order(a, b)
    return 0, int(found < 0), abs(found), 0


def compare_signal(ctx, a, b):
    """The same, where every NaN signals."""
    return compare(ctx, a, b, True)


class Size:
    """An operand without its sign."""
    __slots__ = ('_s', '_c', '_e')

    def __init__(self, x):
        self._s, self._c, self._e = 0, x._c, x._e


def extreme(ctx, a, b, sign, sized=False):
    """The larger of two numbers with sign 1, the smaller with -1; by size when asked. A number beats a quiet NaN."""
    if a._e > INF or b._e > INF:
        if a._e == SNAN or b._e == SNAN or a._e == b._e:
            return nan_of(ctx, a, b)
        return plus(ctx, b if a._e > INF else a)
    found = order(Size(a), Size(b)) if sized else order(a, b)
    if not found:
        found = (order(a, b) if sized else 0) or order_total(a, b)
    return plus(ctx, a if found * sign >= 0 else b)


def neighbour(ctx, a, mode):
    """The next number that the context has, down for ROUND_FLOOR and up for ROUND_CEILING."""
    down = mode == 'ROUND_FLOOR'
    if a._e > INF:
        return payload(ctx, a)
    if a._e == INF:
        if a._s == down:
            return 0, a._s, 0, INF
        return 0, a._s, 10 ** ctx._prec - 1, ctx._emax - ctx._prec + 1
    frame = Frame(ctx, rounding=mode)
    flags, s, c, e = fix(frame, a._s, a._c, a._e)
    if not flags & INEXACT:
        flags, s, c, e = sum_of(frame, s, c, e, int(down), 1, ctx._emin - ctx._prec)
    return 0, s, c, e


def next_minus(ctx, a):
    """The largest number below a."""
    return neighbour(ctx, a, 'ROUND_FLOOR')


def next_plus(ctx, a):
    """The smallest number above a."""
    return neighbour(ctx, a, 'ROUND_CEILING')


def next_toward(ctx, a, b):
    """The number next to a in the direction of b."""
    if a._e > INF or b._e > INF:
        return nan_of(ctx, a, b)
    found = order(a, b)
    if not found:
        return 0, b._s, a._c, a._e
    _, s, c, e = neighbour(ctx, a, 'ROUND_CEILING' if found < 0 else 'ROUND_FLOOR')
    if e == INF:
        return OVERFLOWN if a._e < INF else 0, s, c, e
    flags = 0
    if e + length(c) - 1 < ctx._emin:
        flags = UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED
        if not c:
            flags |= CLAMPED
    return flags, s, c, e
