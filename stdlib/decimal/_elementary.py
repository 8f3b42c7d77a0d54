"""Roots, exponentials, logarithms and powers. Invariant: a value is computed in binary fixed point with a bound of its
error, and with more digits until the bound decides the rounding; these operations round half to even whatever the
context says."""

from math import isqrt

from ._arith import INF, Frame, divide, fix, invalid, length, multiply, nan_of, payload, power10, sticky, strip_zeros
from ._signals import INEXACT, ROUNDED

# Logarithms of 2 and 10 by number of fraction bits: [bits, ln 2, ln 10].
known = [0, 0, 0]
# Beyond the limits of any context, and of any step on the way there.
FAR, FARTHEST = 2 * 10 ** 18 + 10 ** 6, 10 ** 22


class Value:
    """An operand that is no object of the script's."""
    __slots__ = ('_s', '_c', '_e')

    def __init__(self, s, c, e):
        self._s, self._c, self._e = s, c, e


def reciprocal_series(n, bits):
    """The inverse hyperbolic tangent of 1 / n."""
    term = (1 << bits) // n
    total, k, square = term, 1, n * n
    while term:
        term //= square
        k += 2
        total += term // k
    return total


def logarithms(bits):
    """ln 2 and ln 10 with that many fraction bits; the error is below a unit."""
    if known[0] < bits:
        wide = max(bits + 64, 256)
        a, b, c = (reciprocal_series(n, wide + 32) for n in (31, 49, 161))
        known[:] = wide, (14 * a + 10 * b + 6 * c) >> 32, (46 * a + 34 * b + 20 * c) >> 32
    wide, two, ten = known
    return two >> wide - bits, ten >> wide - bits


def fixed(c, e, bits):
    """c * 10 ** e as a fixed-point number, rounded down."""
    if e >= 0:
        return c * power10(e) << bits
    return (c << bits) // power10(-e) if -e < bits + c.bit_length() else 0


def exp_small(x, bits):
    """e ** x for 0 <= x < 3 in fixed point."""
    halvings = isqrt(bits) // 2 + 4
    wide = bits + 2 * halvings + 16
    x = x << (wide - bits) >> halvings
    term = total = 1 << wide
    k = 1
    while term:
        term = (term * x >> wide) // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total >> wide
    return total >> wide - bits


def log_near_one(f, bits):
    """The natural logarithm of a fixed-point number between a half and two."""
    roots = isqrt(bits) // 3 + 2
    wide = bits + roots + 16
    f <<= wide - bits
    for _ in range(roots):
        f = isqrt(f << wide)
    one = 1 << wide
    y = (f - one << wide) // (f + one)
    square = y * y >> wide
    total, term, k = y, y, 1
    while term and term != -1:
        term = term * square >> wide
        k += 2
        total += term // k
    return total << roots + 1 >> wide - bits


def log_fixed(c, e, bits):
    """The natural logarithm of c * 10 ** e in fixed point; the error is some units for each bit of the exponents."""
    extra = e.bit_length() + c.bit_length().bit_length() + 8
    wide = bits + extra
    a = c.bit_length() - 1
    f = c << wide - a if wide >= a else c >> a - wide
    if 2 * f > 3 << wide:
        f >>= 1
        a += 1
    two, ten = logarithms(wide)
    return log_near_one(f, wide) + a * two + e * ten >> extra


def decide(value, bits, shift, prec):
    """prec + some digits of value / 2 ** bits * 10 ** shift: (coefficient, exponent), or None if they decide nothing.
    The value may be wrong by 64 units."""
    size = value.bit_length() - bits
    places = prec + 6 - size * 30103 // 100000
    if places >= 0:
        d = value * power10(places) >> bits
        error = (power10(places) * 64 >> bits) + 2
    else:
        d = (value >> bits) // power10(-places)
        error = 2
    unit = power10(length(d) - prec)
    if (2 * (d - error) + unit) // (2 * unit) != (2 * (d + error) + unit) // (2 * unit):
        return None
    return sticky(d, 1), shift - places


def settle(ctx, s, compute):
    """The rounded result of a computation, which is told a precision and answers (value, bits, shift)."""
    extra = 8
    while True:
        value, bits, shift = compute(ctx._prec + extra)
        found = decide(value, bits, shift, ctx._prec) if value > 0 else None
        if found:
            flags, s, c, e = fix(Frame(ctx), s, found[0], found[1])
            return flags | INEXACT | ROUNDED, s, c, e
        extra *= 2


def exp_scaled(s, c, e, digits):
    """e to the power of a decimal number: (value, bits, power of ten)."""
    bits = digits * 33220 // 10000 + 24
    extra = max(0, e + length(c)) * 4 + 8
    wide = bits + extra
    x = fixed(c, e, wide)
    ten = logarithms(wide)[1]
    k, x = divmod(-x if s else x, ten)
    return exp_small(x >> extra, bits), bits, k


def beyond(ctx, sign, up):
    """The result whose exponent is beyond all limits."""
    return fix(ctx, sign, 1, ctx._emax + 1 if up else 2 * ctx._emin - 2 * ctx._prec - 9)


def exp(ctx, a):
    """e ** a."""
    s, c, e = a._s, a._c, a._e
    if e >= INF:
        return payload(ctx, a) if e > INF else (0, 0, 0, 0) if s else (0, 0, 0, INF)
    if not c:
        return 0, 0, 1, 0
    top = e + length(c) - 1
    if top > 19 or top > 5 and top > length(max(ctx._emax, -ctx._emin + ctx._prec) * 3):
        return beyond(Frame(ctx), 0, not s)
    prec = ctx._prec
    if top < -prec - 4:
        # One, a little more or a little less.
        return INEXACT | ROUNDED, 0, power10(prec - 1), 1 - prec
    return settle(ctx, 0, lambda digits: exp_scaled(s, c, e, digits))


def near_one(c, e):
    """How many zeros or nines stand before the first other digit of a number near one."""
    n = length(c)
    if e + n == 1:
        rest = c - power10(-e)
        return n - length(rest)
    if e + n == 0:
        return n - length(power10(-e) - c) + 1
    return 0


def ln(ctx, a, ten=False):
    """The natural logarithm, or the one to base ten."""
    s, c, e = a._s, a._c, a._e
    if e > INF:
        return payload(ctx, a)
    if e < INF and not c:
        return (0, 1, 0, INF)
    if s:
        return invalid()
    if e == INF:
        return 0, 0, 0, INF
    bare, zeros = strip_zeros(c, length(c))
    if bare == 1:
        k = e + zeros
        if ten:
            return fix(Frame(ctx), int(k < 0), abs(k), 0)
        if not k:
            return 0, 0, 0, 0
    lost = near_one(c, e)
    negative = e + length(c) <= 0

    def compute(digits):
        bits = (digits + lost) * 33220 // 10000 + 24
        value = log_fixed(c, e, bits + 16)
        if ten:
            value = (value << bits + 16) // logarithms(bits + 16)[1]
        return abs(value >> 16), bits, 0
    return settle(ctx, int(negative), compute)


def log10(ctx, a):
    """The logarithm to base ten."""
    return ln(ctx, a, True)


def sqrt(ctx, a):
    """The square root."""
    s, c, e = a._s, a._c, a._e
    if e > INF:
        return payload(ctx, a)
    if e == INF:
        return invalid() if s else (0, 0, 0, INF)
    if not c:
        return fix(Frame(ctx), s, 0, e >> 1)
    if s:
        return invalid()
    if e & 1:
        c *= 10
        e -= 1
    more = max(0, ctx._prec + 2 - (length(c) + 1) // 2)
    c *= power10(2 * more)
    root = isqrt(c)
    e = e // 2 - more
    if root * root != c:
        return fix(Frame(ctx), 0, sticky(root, 1), e)
    root, gone = strip_zeros(root, more)
    return fix(Frame(ctx), 0, root, e + gone)


def whole_exponent(b):
    """The exponent as an int, or None where it is not whole."""
    if b._e >= 0:
        return b._c * power10(b._e)
    if not b._c:
        return 0
    if -b._e > length(b._c):
        return None
    q, r = divmod(b._c, power10(-b._e))
    return None if r else q


def power_special(ctx, a, b, odd, whole):
    """Powers with an infinity or a zero in them."""
    s = a._s if odd else 0
    ea, eb = a._e, b._e
    a_zero = ea < INF and not a._c
    if eb < INF and not b._c:
        return invalid() if a_zero else (0, 0, 1, 0)
    if a._s and not whole and not (eb == INF and a_zero):
        # A negative base has powers for whole exponents only.
        if not (eb < INF and (a_zero or ea == INF)) and not (eb == INF and a_zero):
            return invalid()
        if ea == INF:
            return invalid()
        s = 0
    if a_zero:
        return (0, s, 0, INF) if b._s else (0, s, 0, 0)
    if ea == INF:
        return (0, s, 0, 0) if b._s else (0, s, 0, INF)
    return None


def power(ctx, a, b):
    """a ** b."""
    ea, eb = a._e, b._e
    if ea > INF or eb > INF:
        return nan_of(ctx, a, b)
    whole = odd = False
    n = None
    if eb < INF:
        if eb > 0 or not b._c:
            whole = True
        else:
            n = whole_exponent(b)
            whole = n is not None
            odd = whole and n & 1 == 1
    found = power_special(ctx, a, b, odd, whole)
    if found:
        return found
    s = a._s if odd else 0
    one = order_to_one(a)
    if eb == INF:
        if a._s:
            return invalid()
        if one == 0:
            return INEXACT | ROUNDED, 0, power10(ctx._prec - 1), 1 - ctx._prec
        return (0, 0, 0, 0) if (one < 0) != b._s else (0, 0, 0, INF)
    if one == 0:
        return power_of_one(ctx, a, b, s, whole)
    up = (one > 0) != b._s
    room = 20 + length(max(ctx._emax, -ctx._emin) + ctx._prec) + length(length(a._c)) + near_one(a._c, ea)
    if b._e + length(b._c) > room:
        return beyond(ctx, s, up)
    if whole:
        n = whole_exponent(b)
        tiny = ctx._emin - ctx._prec + 1
        if not up and log_size(a) + b._e + length(b._c) - 1 > length(abs(tiny)):
            return beyond(ctx, s, False)
        if up and abs(a._e + length(a._c)) > 1 and (abs(a._e + length(a._c)) - 1) * n > FAR:
            return beyond(ctx, s, True)
        return power_whole(ctx, a, -n if b._s else n, s, up)
    return power_real(ctx, a, b, up)


def order_to_one(a):
    """-1, 0 or 1 as the size of a finite number is below, at or above one."""
    top = a._e + length(a._c) - 1
    if top:
        return 1 if top > 0 else -1
    one = power10(-a._e) if a._e <= 0 else 0
    return (a._c > one) - (a._c < one)


def log_size(a):
    """A lower bound of the exponent of the size of a number's logarithm."""
    top = a._e + length(a._c) - 1
    if top > 0 or top < -1:
        return length(top if top > 0 else -1 - top) - 1
    one = power10(-a._e)
    return a._e + length(abs(a._c - one)) - (3 if top == 0 else 2)


def power_of_one(ctx, a, b, s, whole):
    """A power of one: exact for whole exponents as far as its zeros go."""
    if not whole:
        return INEXACT | ROUNDED, s, power10(ctx._prec - 1), 1 - ctx._prec
    n = whole_exponent(b) if b._e + length(b._c) < 20 else 10 ** 20
    shift = -a._e * n if not b._s else 0
    if shift > ctx._prec - 1:
        return ROUNDED, s, power10(ctx._prec - 1), 1 - ctx._prec
    return 0, s, power10(shift), -shift


def power_whole(ctx, a, n, s, up):
    """A power with a whole exponent, by squaring with some digits to spare."""
    size = abs(n)
    inner = Frame(ctx, ctx._prec + 2 + length(size) + (n < 0), clamp=0)
    inner._emax = FARTHEST
    flags, base = 0, a
    if n < 0:
        flags, _, c, e = divide(inner, Value(0, 1, 0), Value(0, a._c, a._e))
        base = Value(a._s, c, e)
    value = base
    for bit in bin(size)[3:]:
        more, sign, c, e = multiply(inner, value, value)
        flags |= more
        value = Value(sign, c, e)
        if bit == '1':
            more, sign, c, e = multiply(inner, value, base)
            flags |= more
            value = Value(sign, c, e)
        if not value._c:
            break
        if abs(e + length(c)) > FAR:
            return beyond(ctx, s, up)
    return fix(ctx, s, value._c, value._e, flags)


def power_real(ctx, a, b, up):
    """A power with an exponent that is not whole: its logarithm and the power of e have digits to spare, and each step
    is rounded by itself."""
    inner = Frame(ctx, max(ctx._prec, length(a._c)) + 23, clamp=0)
    inner._emin, inner._emax = -FARTHEST, FARTHEST
    flags, s, c, e = multiply(inner, Value(*ln(inner, a)[1:]), b)
    if e + length(c) > 20 or e + length(c) > 18 and c * power10(max(e, 0)) // power10(max(-e, 0)) > 2 * FAR:
        return beyond(ctx, 0, up)
    _, s, c, e = exp(inner, Value(s, c, e))
    return fix(ctx, s, c, e, INEXACT | ROUNDED)


def power_modulo(ctx, a, b, m):
    """a ** b % m for whole numbers."""
    for x in (a, b, m):
        if x._e > INF and x._e & 1 == 0:
            return payload(ctx, x)
    for x in (a, b, m):
        if x._e > INF:
            return payload(ctx, x)
    if a._e == INF or b._e == INF or m._e == INF:
        return invalid()
    base, exponent, modulus = (whole_exponent(x) for x in (a, b, m))
    if base is None or exponent is None or not modulus or b._s and exponent:
        return invalid()
    if not base and not exponent or length(modulus) > ctx._prec:
        return invalid()
    result = pow(base, exponent, modulus)
    return 0, a._s if exponent & 1 else 0, result, 0
