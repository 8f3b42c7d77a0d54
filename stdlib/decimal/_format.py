"""Decimal numbers as text, in scientific and engineering notation. Invariant: the text of a number, read again, gives
the same sign, coefficient and exponent."""

from ._arith import INF, QNAN, digits_of


def special_text(x):
    """The text of an infinity or a NaN, without its sign."""
    if x._e == INF:
        return 'Infinity'
    return ('NaN' if x._e == QNAN else 'sNaN') + (digits_of(x._c) if x._c else '')


def scientific(digits, e, letter, engineering=False):
    """Whole part, fraction with its point, and exponent of a coefficient's digits."""
    n = len(digits)
    top = e + n - 1
    if e <= 0 and top >= -6:
        point, tail = n + e, ''
    else:
        point = 1
        if engineering and digits == '0':
            # A zero shows its exponent in threes by zeros after the point.
            zeros = -top % 3
            top += zeros
            digits, n = '0' * (zeros + 1), zeros + 1
        elif engineering:
            point = top % 3 + 1
            top -= point - 1
        tail = '%s%+d' % (letter, top) if top else ''
    if point <= 0:
        return '0', '.' + '0' * -point + digits, tail
    if point >= n:
        return digits + '0' * (point - n), '', tail
    return digits[:point], '.' + digits[point:], tail


def text_of(x, capitals, engineering=False):
    """The number's text, from which the same number comes back."""
    sign = '-' if x._s else ''
    e = x._e
    if e >= INF:
        return sign + special_text(x)
    c = x._c
    digits = str(c) if c.bit_length() < 13000 else digits_of(c)
    if e == 0:
        return sign + digits
    n = len(digits)
    if e < 0 and e + n > 0:
        return f'{sign}{digits[:e]}.{digits[e:]}'
    whole, part, tail = scientific(digits, e, 'E' if capitals else 'e', engineering)
    return sign + whole + part + tail
