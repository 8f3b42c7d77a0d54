"""What a time zone's file says: transitions, and the rule that holds after the last one.

Invariant: a period is `(offset, daylight saving, name)` in `timedelta`s; transitions are seconds since 1970, in order.
"""
from datetime import timedelta

_ZERO = timedelta(0)


class Table:
    """The transitions of a zone: when, into which period, and the period before the first one."""

    def __init__(self, data):
        if data[:4] != b"TZif":
            raise ValueError("Invalid TZif file: magic not found")
        wide, start = 4, 0
        counts = _counts(data, 0)
        if data[4:5] >= b"2":
            # The first part is for those who know only seconds of four bytes.
            start = 44 + _size(counts, 4)
            counts = _counts(data, start)
            wide = 8
        isut, isstd, leaps, times, types, letters = counts
        at = start + 44
        self.times = [_signed(data[at + wide * index:at + wide * (index + 1)]) for index in range(times)]
        at += wide * times
        kinds = list(data[at:at + times])
        for kind in kinds:
            if kind >= types:
                raise ValueError(f"Invalid transition index found while reading TZif: {kind}")
        at += times
        rows = [data[at + 6 * index:at + 6 * index + 6] for index in range(types)]
        names = data[at + 6 * types:at + 6 * types + letters]
        offsets = [_signed(row[:4]) for row in rows]
        daylight = [bool(row[4]) for row in rows]
        savings = _savings(kinds, offsets, daylight)
        periods = [(timedelta(seconds=offset), timedelta(seconds=saving), _name(names, row[5]))
                   for offset, saving, row in zip(offsets, savings, rows)]
        self.periods = [periods[kind] for kind in kinds]
        standard = [index for index, saving in enumerate(daylight) if not saving]
        self.first = periods[standard[0] if standard else 0] if periods else None
        footer = data[start + 44 + _size(counts, wide):] if wide == 8 else b""
        try:
            rule = footer.strip(b"\n").decode("ascii")
        except UnicodeDecodeError:
            raise ValueError("malformed TZ string") from None
        self.after = Rule(rule) if rule else None
        if self.first is None:
            if self.after is None:
                raise ValueError("No time zone information found.")
            self.first = self.after.standard
        self.last = self.periods[-1] if self.periods else self.first


def _counts(data, at):
    head = data[at + 20:at + 44]
    if len(head) < 24:
        raise ValueError("Invalid TZif file: header is truncated")
    return [int.from_bytes(head[index:index + 4], "big") for index in range(0, 24, 4)]


def _size(counts, wide):
    isut, isstd, leaps, times, types, letters = counts
    return times * (wide + 1) + types * 6 + letters + leaps * (wide + 4) + isstd + isut


def _signed(data):
    return int.from_bytes(data, "big", signed=True)


def _name(names, at):
    return names[at:names.index(b"\0", at)].decode()


def _savings(kinds, offsets, daylight):
    """By how much each kind of period is ahead of standard time; the file says only whether it is."""
    savings = [0] * len(offsets)
    for position in range(1, len(kinds)):
        kind = kinds[position]
        if not daylight[kind] or savings[kind]:
            continue
        neighbours = [kinds[position - 1], *kinds[position + 1:position + 2]]
        for neighbour in neighbours:
            if not daylight[neighbour] and offsets[kind] != offsets[neighbour]:
                savings[kind] = offsets[kind] - offsets[neighbour]
                break
    return [saving or 3600 * saves for saving, saves in zip(savings, daylight)]


# Of the numbers in a day, by its kind: how many digits, the least and the most.
_LIMITS = {"": [(3, 0, 365)], "J": [(3, 1, 365)], "M": [(2, 1, 12), (1, 1, 5), (1, 0, 6)]}


class Rule:
    """A rule as POSIX writes it: standard time, and daylight saving time between two days of each year."""

    def __init__(self, text):
        self._text, self._at = text, 0
        standard, self.days = self._period(), None
        self.standard = standard[1], _ZERO, standard[0]
        if self._at == len(text):
            return
        name, offset = self._period(standard[1] + timedelta(hours=1))
        self.daylight = offset, offset - standard[1], name
        self.days = self._day(), self._day()
        if self._at != len(text):
            self._malformed()

    def _malformed(self):
        raise ValueError(f"malformed TZ string: {self._text}")

    def _while(self, fits):
        start = self._at
        while self._at < len(self._text) and fits(self._text[self._at]):
            self._at += 1
        return self._text[start:self._at]

    def _skip(self, character):
        if self._text[self._at:self._at + 1] != character:
            return False
        self._at += 1
        return True

    def _period(self, usual=None):
        if self._skip("<"):
            name = self._while(lambda character: character != ">")
            if not self._skip(">"):
                self._malformed()
        else:
            name = self._while(lambda character: character.isalpha() and character.isascii())
        if not name:
            self._malformed()
        if usual is not None and self._text[self._at:self._at + 1] in ("", ","):
            return name, usual
        return name, -timedelta(seconds=self._clock())

    def _clock(self):
        # Hours, minutes and seconds, as seconds.
        sign = -1 if self._skip("-") else 1
        if sign == 1:
            self._skip("+")
        hours, *rest = self._while(lambda character: character in "0123456789:").split(":")
        if not 1 <= len(hours) <= 3 or int(hours) > 167 or len(rest) > 2 or any(len(part) != 2 for part in rest):
            self._malformed()
        return sign * sum(int(part) * size for part, size in zip((hours, *rest), (3600, 60, 1)))

    def _day(self):
        """Of a day in the year: how it is counted, the numbers, and the seconds of the day."""
        if not self._skip(","):
            self._malformed()
        kind = "M" if self._skip("M") else "J" if self._skip("J") else ""
        parts = self._while(lambda character: character in "0123456789.").split(".")
        limits = _LIMITS[kind]
        if len(parts) != len(limits):
            self._malformed()
        for part, (digits, least, most) in zip(parts, limits):
            if not 1 <= len(part) <= digits or not least <= int(part) <= most:
                self._malformed()
        return kind, [int(part) for part in parts], self._clock() if self._skip("/") else 7200

    def bounds(self, year):
        """When daylight saving time begins and ends in a year, in seconds since 1970 by the clock of before each."""
        return [_day_of(year, kind, numbers) * 86400 + seconds for kind, numbers, seconds in self.days]


def _day_of(year, kind, numbers):
    start = _first_day(year)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if kind == "":
        return start + numbers[0]
    if kind == "J":
        # The 29th of February is never counted.
        return start + numbers[0] - 1 + (leap and numbers[0] >= 60)
    month, week, weekday = numbers
    lengths = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    first = start + sum(lengths[:month - 1])
    # The first of January 1970 was a Thursday.
    day = (weekday - (first + 4)) % 7 + 7 * (week - 1)
    if day >= lengths[month - 1]:
        day -= 7
    return first + day


def _first_day(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 - 719162
