"""Numbers laid out by format specifications. Invariant: only the rounding and the capitals of a context matter here;
its precision does not."""

from ._arith import INF, digits_of, drop, length
from ._format import scientific, special_text


class Layout:
    """A format specification taken apart."""
    __slots__ = ('fill', 'align', 'sign', 'positive', 'point', 'zeros', 'width', 'group', 'places', 'part_group',
                 'kind')

    def __init__(self, spec):
        at, end = 0, len(spec)
        self.fill, self.align = ' ', ''
        if end > 1 and spec[1] in '<>=^':
            self.fill, self.align, at = spec[0], spec[1], 2
        elif spec and spec[0] in '<>=^':
            self.align, at = spec[0], 1
        self.sign = '-'
        if at < end and spec[at] in '+- ':
            self.sign = spec[at]
            at += 1
        self.positive = at < end and spec[at] == 'z'
        at += self.positive
        self.point = at < end and spec[at] == '#'
        at += self.point
        self.zeros = at < end and spec[at] == '0'
        if self.zeros:
            if self.align:
                raise ValueError('invalid format string')
            at += 1
        self.width, at = self.number(spec, at)
        self.group = self.part_group = ''
        if at < end and spec[at] in ',_':
            self.group = spec[at]
            at += 1
        self.places = None
        if at < end and spec[at] == '.':
            start = at + 1
            self.places, at = self.number(spec, start)
            found = at > start
            if at < end and spec[at] in ',_':
                self.part_group = spec[at]
                at += 1
            elif not found:
                raise ValueError('invalid format string')
            if not found:
                self.places = None
        self.kind = ''
        if at < end and spec[at] in 'eEfFgGnN%':
            self.kind = spec[at]
            at += 1
        if self.kind == 'N':
            from warnings import warn
            warn("Format specifier 'N' is deprecated and slated for removal in Python 3.18", DeprecationWarning, 4)
        if at != end or self.kind and self.kind in 'nN' and self.group:
            raise ValueError('invalid format string')

    @staticmethod
    def number(spec, at):
        start = at
        while at < len(spec) and '0' <= spec[at] <= '9':
            at += 1
        value = int(spec[start:at]) if at > start else 0
        if value > 0x7fffffffffffffff:
            raise OverflowError("cannot fit 'int' into an index-sized integer")
        return value, at


def rounded(mode, s, c, e, low):
    """The coefficient and exponent with nothing below 10 ** low."""
    if e < low:
        return drop(mode, s, c, low - e)[0], low
    return c, e


def parts_of(x, layout, ctx):
    """Whole part, fraction and tail of a finite number as the specification has them, and whether it is zero."""
    kind, places = layout.kind, layout.places
    s, c, e = x._s, x._c, x._e
    letter = ('E' if ctx._capitals else 'e') if not kind else 'E' if kind in 'EGN' else 'e'
    mode = ctx._rounding
    if kind and kind in 'fF%':
        tail = ''
        if kind == '%':
            e += 2
            tail = '%'
        low = 0 if places is None else -places
        if places is not None:
            c, e = rounded(mode, s, c, e, low)
        digits = digits_of(c)
        if e > low or places is not None and e != low:
            digits = digits + '0' * (e - low) if c else '0'
            e = low
        digits = digits.rjust(1 - e, '0')
        return (digits[:e], '.' + digits[e:], tail, not c) if e else (digits, '', tail, not c)
    if places is not None:
        keep = places + 1 if kind and kind in 'eE' else max(places, 1)
        n = length(c)
        if c and n > keep:
            c, e = rounded(mode, s, c, e, e + n - keep)
            if length(c) > keep:
                c //= 10
                e += 1
    digits = digits_of(c)
    if kind and kind in 'eE':
        top = e + len(digits) - 1
        if places is not None:
            if not c:
                top += places
            digits = digits.ljust(places + 1, '0')
        return digits[0], '.' + digits[1:] if len(digits) > 1 else '', '%s%+d' % (letter, top), not c
    return *scientific(digits, e, letter), not c


def grouped(whole, mark, width):
    """Put a mark between the thousands, and zeros before them until the width is reached."""
    text = ''
    while True:
        text = whole[-3:] + text
        whole = whole[:-3]
        if not whole:
            break
        text = mark + text
    while len(text) < width:
        run = len(text) if mark not in text else text.index(mark)
        if run == 3:
            text = '0' + mark + text
        else:
            text = '0' + text
    return text


def format_number(x, spec, ctx):
    """The number by a format specification."""
    layout = Layout(spec)
    negative = x._s
    fill, align = layout.fill, layout.align or '>'
    if x._e >= INF:
        whole, part, tail = special_text(x), '', '%' if layout.kind == '%' else ''
    else:
        whole, part, tail, zero = parts_of(x, layout, ctx)
        if layout.positive and zero:
            negative = 0
        if layout.point and not part:
            part = '.'
        if layout.part_group and len(part) > 1:
            part = '.' + layout.part_group.join(part[k:k + 3] for k in range(1, len(part), 3))
    sign = '-' if negative else layout.sign if layout.sign != '-' else ''
    if x._e < INF:
        room = layout.width - len(sign) - len(part) - len(tail) if layout.zeros else 0
        if layout.group:
            whole = grouped(whole, layout.group, room)
        else:
            whole = whole.rjust(room, '0')
    body = whole + part + tail
    room = layout.width - len(sign) - len(body)
    if room <= 0:
        return sign + body
    if align == '>':
        return fill * room + sign + body
    if align == '<':
        return sign + body + fill * room
    if align == '=':
        return sign + fill * room + body
    return fill * (room // 2) + sign + body + fill * (room - room // 2)
