"""Arithmetic on sign, coefficient and exponent. Invariant: a coefficient is an int that is never negative; an exponent
of INF, QNAN or SNAN marks what is not finite (a NaN's coefficient is its payload); each operation takes a context and
operands, touches neither, and returns (flags, sign, coefficient, exponent)."""

from ._signals import (CLAMPED, DIVIDED, IMPOSSIBLE, INEXACT, OVERFLOWN, PLAIN, ROUNDED, SUBNORMAL, UNDEFINED,
                       UNDERFLOW)

# No exponent of a finite number, nor the sum of two, comes near.
INF, QNAN, SNAN = 1 << 62, (1 << 62) + 1, (1 << 62) + 2
POWERS = [10 ** k for k in range(100)]


def power10(k):
    """10 ** k, from the table while it is small."""
    return POWERS[k] if k < 100 else 10 ** k


def length(c):
    """The number of digits of a coefficient; zero has one."""
    if c < 10:
        return 1
    # The bit length gives the number or one less.
    bits = c.bit_length() - 1
    k = bits * 30103 // 100000 if bits < 90000 else bits * 30102999566 // 10 ** 11
    p = power10(k)
    while c >= p:
        k += 1
        p *= 10
    return k


def digits_of(c):
    """The decimal digits of a coefficient of any length."""
    if c.bit_length() < 13000:
        return str(c)
    half = c.bit_length() * 30103 // 200000
    high, low = divmod(c, 10 ** half)
    return digits_of(high) + digits_of(low).rjust(half, '0')


def number_from(text):
    """The int of any number of decimal digits."""
    if len(text) < 4000:
        return int(text)
    half = len(text) // 2
    return number_from(text[:-half]) * 10 ** half + number_from(text[-half:])


def strip_zeros(c, most):
    """Take away at most that many zeros from the end: the coefficient (not zero), and how many went."""
    gone, step = 0, 1
    if c % 10:
        return c, 0
    while step * 2 <= most and not c % power10(step * 2):
        step *= 2
    while step:
        if gone + step <= most:
            q, r = divmod(c, power10(step))
            if not r:
                c = q
                gone += step
                continue
        step //= 2
    return c, gone


def away(mode, s, q, side):
    """Whether a quotient goes up by one; side is what was dropped against one half: -1, 0 or 1."""
    if mode == 'ROUND_HALF_EVEN':
        return side > 0 or side == 0 and q & 1
    if mode == 'ROUND_HALF_UP':
        return side >= 0
    if mode == 'ROUND_HALF_DOWN':
        return side > 0
    if mode == 'ROUND_DOWN':
        return False
    if mode == 'ROUND_UP':
        return True
    if mode == 'ROUND_CEILING':
        return not s
    if mode == 'ROUND_FLOOR':
        return s
    return q % 5 == 0


def drop(mode, s, c, count):
    """Drop digits from the end and round: the coefficient, and whether anything but zeros was lost."""
    if count > c.bit_length():
        # Far below a half of the last digit that stays.
        return (1 if c and away(mode, s, 0, -1) else 0), c != 0
    p = power10(count)
    q, r = divmod(c, p)
    if not r:
        return q, False
    r += r
    if away(mode, s, q, 1 if r > p else 0 if r == p else -1):
        q += 1
    return q, True


def overflow(ctx, s, flags=0):
    """What a number too large becomes in the context's rounding."""
    mode = ctx._rounding
    if mode == 'ROUND_DOWN' or mode == 'ROUND_05UP' or mode == ('ROUND_FLOOR', 'ROUND_CEILING')[s]:
        return flags | OVERFLOWN, s, 10 ** ctx._prec - 1, ctx._emax - ctx._prec + 1
    return flags | OVERFLOWN, s, 0, INF


def fix(ctx, s, c, e, flags=0):
    """Fit a finite number into the context."""
    prec, emin, emax = ctx._prec, ctx._emin, ctx._emax
    if not c:
        low, high = emin - prec + 1, emax - prec + 1 if ctx._clamp else emax
        if e < low:
            return flags | CLAMPED, s, 0, low
        if e > high:
            return flags | CLAMPED, s, 0, high
        return flags, s, 0, e
    n = length(c)
    top = e + n - 1
    if top > emax:
        return overflow(ctx, s, flags)
    count = n - prec
    if top < emin:
        flags |= SUBNORMAL
        count = emin - prec + 1 - e
    if count > 0:
        c, lost = drop(ctx._rounding, s, c, count)
        e += count
        flags |= ROUNDED
        if lost:
            flags |= INEXACT
            if flags & SUBNORMAL and top < emin:
                flags |= UNDERFLOW
                if not c:
                    return flags | CLAMPED, s, 0, e
            # Only a carry makes the coefficient longer.
            if c >= ctx._limit and length(c) > prec:
                c //= 10
                e += 1
                if e + prec - 1 > emax:
                    return overflow(ctx, s, flags)
    if ctx._clamp and e > emax - prec + 1:
        flags |= CLAMPED
        c *= power10(e - (emax - prec + 1))
        e = emax - prec + 1
    return flags, s, c, e


def sticky(c, rest):
    """A coefficient with digits to spare that remembers that something not zero follows."""
    return c + 1 if rest and c % 5 == 0 else c


def payload(ctx, x, flags=0):
    """A quiet NaN with the operand's payload, cut to the precision."""
    if x._e == SNAN:
        flags |= PLAIN
    c = x._c
    room = ctx._prec - ctx._clamp
    if c >= 10 and length(c) > room:
        c %= power10(room)
    return flags, x._s, c, QNAN


def nan_of(ctx, a, b):
    """The NaN of two operands, or None: signaling ones go before quiet ones, the left before the right."""
    if a._e == SNAN or b._e != SNAN and a._e == QNAN:
        return payload(ctx, a)
    return payload(ctx, b) if b._e > INF else None


def invalid(bits=PLAIN):
    """The NaN of an operation without meaning."""
    return bits, 0, 0, QNAN


def plus(ctx, a):
    """The operand in the context."""
    if a._e < INF:
        return fix(ctx, a._s, a._c, a._e)
    return (0, a._s, 0, INF) if a._e == INF else payload(ctx, a)


def plus_zero(ctx, a, s):
    """The operand with another sign, as 0 + a and 0 - a give it."""
    if a._e < INF:
        return fix(ctx, s if a._c or ctx._rounding == 'ROUND_FLOOR' else 0, a._c, a._e)
    return (0, s, 0, INF) if a._e == INF else payload(ctx, a)


def sum_of(ctx, sa, ca, ea, sb, cb, eb, flags=0):
    """The sum of two finite numbers in the context."""
    if ea < eb:
        sa, ca, ea, sb, cb, eb = sb, cb, eb, sa, ca, ea
    if ea != eb:
        if ca:
            n = length(ca)
            low = ea - 1 if n > ctx._prec else ea + n - ctx._prec - 2
            if eb + length(cb) - 1 < low:
                # The smaller only decides the rounding.
                cb, eb = (1 if cb else 0), low
            ca *= power10(ea - eb)
        ea = eb
    if sa == sb:
        return fix(ctx, sa, ca + cb, ea, flags)
    c = ca - cb
    if c > 0:
        return fix(ctx, sa, c, ea, flags)
    if c < 0:
        return fix(ctx, sb, -c, ea, flags)
    return fix(ctx, 1 if ctx._rounding == 'ROUND_FLOOR' else 0, 0, ea, flags)


def add(ctx, a, b, turn=0):
    """a + b, or a - b with turn 1."""
    ea, eb = a._e, b._e
    sb = b._s ^ turn
    if ea < INF and eb < INF:
        return sum_of(ctx, a._s, a._c, ea, sb, b._c, eb)
    if ea > INF or eb > INF:
        return nan_of(ctx, a, b)
    if ea == INF:
        return invalid() if eb == INF and a._s != sb else (0, a._s, 0, INF)
    return 0, sb, 0, INF


def subtract(ctx, a, b):
    """a - b."""
    return add(ctx, a, b, 1)


def multiply(ctx, a, b):
    """a * b."""
    ea, eb = a._e, b._e
    s = a._s ^ b._s
    if ea < INF and eb < INF:
        return fix(ctx, s, a._c * b._c, ea + eb)
    if ea > INF or eb > INF:
        return nan_of(ctx, a, b)
    if ea < INF and not a._c or eb < INF and not b._c:
        return invalid()
    return 0, s, 0, INF


def fma(ctx, a, b, third):
    """a * b + third with one rounding."""
    ea, eb, et = a._e, b._e, third._e
    if ea < INF and eb < INF and et < INF:
        return sum_of(ctx, a._s ^ b._s, a._c * b._c, ea + eb, third._s, third._c, et)
    if ea == SNAN or eb == SNAN:
        return nan_of(ctx, a, b)
    if et == SNAN:
        return payload(ctx, third)
    if ea > INF or eb > INF:
        return nan_of(ctx, a, b)
    if ea == INF or eb == INF:
        if ea < INF and not a._c or eb < INF and not b._c:
            return invalid()
        s = a._s ^ b._s
        if et == INF and third._s != s:
            return invalid()
        return payload(ctx, third) if et > INF else (0, s, 0, INF)
    return plus(ctx, third)


def divide(ctx, a, b):
    """a / b."""
    ea, eb = a._e, b._e
    s = a._s ^ b._s
    if ea >= INF or eb >= INF:
        if ea > INF or eb > INF:
            return nan_of(ctx, a, b)
        if ea == INF:
            return invalid() if eb == INF else (0, s, 0, INF)
        return CLAMPED, s, 0, ctx._emin - ctx._prec + 1
    ca, cb = a._c, b._c
    if not cb:
        return (DIVIDED, s, 0, INF) if ca else invalid(UNDEFINED)
    if not ca:
        return fix(ctx, s, 0, ea - eb)
    more = max(0, ctx._prec - length(ca) + length(cb) + 1)
    q, r = divmod(ca * power10(more), cb)
    e = ea - eb - more
    if r:
        return fix(ctx, s, sticky(q, r), e)
    q, gone = strip_zeros(q, more)
    return fix(ctx, s, q, e + gone)


def whole_parts(ctx, a, b):
    """Integer quotient, remainder's coefficient and exponent of finite numbers, b not zero; None where too long."""
    ca, ea, cb, eb = a._c, a._e, b._c, b._e
    if not ca:
        return 0, 0, min(ea, eb)
    apart = ea + length(ca) - eb - length(cb)
    if apart > ctx._prec:
        return None
    if apart < -1 and ea <= eb:
        return 0, ca, ea
    e = min(ea, eb)
    q, r = divmod(ca * power10(ea - e), cb * power10(eb - e))
    return None if q >= ctx._limit and length(q) > ctx._prec else (q, r, e)


def divide_int(ctx, a, b):
    """The whole part of a / b."""
    ea, eb = a._e, b._e
    s = a._s ^ b._s
    if ea >= INF or eb >= INF:
        if ea > INF or eb > INF:
            return nan_of(ctx, a, b)
        if ea == INF:
            return invalid() if eb == INF else (0, s, 0, INF)
        return 0, s, 0, 0
    if not b._c:
        return (DIVIDED, s, 0, INF) if a._c else invalid(UNDEFINED)
    parts = whole_parts(ctx, a, b)
    return fix(ctx, s, parts[0], 0) if parts else invalid(IMPOSSIBLE)


def remainder(ctx, a, b):
    """What the whole part of a / b leaves, with the sign of a."""
    ea, eb = a._e, b._e
    if ea >= INF or eb >= INF:
        if ea > INF or eb > INF:
            return nan_of(ctx, a, b)
        return invalid() if ea == INF else fix(ctx, a._s, a._c, ea)
    if not b._c:
        return invalid(PLAIN if a._c else UNDEFINED)
    parts = whole_parts(ctx, a, b)
    return fix(ctx, a._s, parts[1], parts[2]) if parts else invalid(IMPOSSIBLE)


def divmod_of(ctx, a, b):
    """Both at once: two results, the flags of either in the first."""
    ea, eb = a._e, b._e
    s = a._s ^ b._s
    if ea > INF or eb > INF:
        result = nan_of(ctx, a, b)
        return result, result
    if ea == INF:
        return (invalid(), invalid()) if eb == INF else ((PLAIN, s, 0, INF), invalid())
    if eb < INF and not b._c:
        return ((DIVIDED | PLAIN, s, 0, INF), invalid()) if a._c else (invalid(UNDEFINED), invalid(UNDEFINED))
    if eb == INF:
        return (0, s, 0, 0), fix(ctx, a._s, a._c, ea)
    parts = whole_parts(ctx, a, b)
    if not parts:
        return invalid(IMPOSSIBLE), invalid(IMPOSSIBLE)
    return fix(ctx, s, parts[0], 0), fix(ctx, a._s, parts[1], parts[2])


def remainder_near(ctx, a, b):
    """What the whole number nearest to a / b leaves."""
    ea, eb = a._e, b._e
    if ea >= INF or eb >= INF:
        if ea > INF or eb > INF:
            return nan_of(ctx, a, b)
        return invalid() if ea == INF else fix(ctx, a._s, a._c, ea)
    if not b._c:
        return invalid(PLAIN if a._c else UNDEFINED)
    parts = whole_parts(ctx, a, b)
    if not parts:
        return invalid(IMPOSSIBLE)
    q, r, e = parts
    if not (ea <= eb and e == ea and q == 0 and ea + length(a._c) < eb + length(b._c) - 1):
        cb = b._c * power10(eb - e)
        if r + r > cb or r + r == cb and q & 1:
            if length(q + 1) > ctx._prec:
                return invalid(IMPOSSIBLE)
            return fix(ctx, a._s ^ 1, cb - r, e)
    return fix(ctx, a._s, r, e)


def order(a, b):
    """-1, 0 or 1 as two numbers that are not NaN compare by value."""
    ea, ca, eb, cb = a._e, a._c, b._e, b._c
    sa, sb = -1 if a._s else 1, -1 if b._s else 1
    if ea < INF and not ca:
        return 0 if eb < INF and not cb else -sb
    if eb < INF and not cb or sa != sb:
        return sa
    return sa * order_sizes(ca, ea, cb, eb)


def order_sizes(ca, ea, cb, eb):
    """The same for the sizes of two that are not zero."""
    if ea == eb:
        return (ca > cb) - (ca < cb)
    if ea == INF or eb == INF:
        return 1 if ea == INF else -1
    ta, tb = ea + length(ca), eb + length(cb)
    if ta != tb:
        return 1 if ta > tb else -1
    if ea > eb:
        ca *= power10(ea - eb)
    else:
        cb *= power10(eb - ea)
    return (ca > cb) - (ca < cb)


def order_total(a, b, sized=False):
    """The total order, in which each representation has its place; by size when asked."""
    sa, sb = (0, 0) if sized else (a._s, b._s)
    if sa != sb:
        return -1 if sa else 1
    sign = -1 if sa else 1
    ea, eb, ca, cb = a._e, b._e, a._c, b._c
    if ea > INF or eb > INF:
        ra, rb = (0 if x <= INF else 1 if x == SNAN else 2 for x in (ea, eb))
        return sign * ((ra > rb) - (ra < rb) or (ca > cb) - (ca < cb))
    some_a, some_b = ca > 0 or ea == INF, cb > 0 or eb == INF
    by_size = order_sizes(ca, ea, cb, eb) if some_a and some_b else some_a - some_b
    return sign * (by_size or (ea > eb) - (ea < eb))


class Frame:
    """Precision, rounding and limits for a step within an operation."""
    __slots__ = ('_prec', '_rounding', '_emin', '_emax', '_clamp', '_limit')

    def __init__(self, ctx, prec=None, rounding='ROUND_HALF_EVEN', clamp=None):
        self._prec = ctx._prec if prec is None else prec
        self._rounding = rounding
        self._emin, self._emax = ctx._emin, ctx._emax
        self._clamp = ctx._clamp if clamp is None else clamp
        self._limit = ctx._limit if prec is None else 10 ** min(prec, 5000)
