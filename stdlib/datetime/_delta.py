"""Durations: a timedelta is one whole number of microseconds, `_us`, from which the fields are made when asked for."""
from datetime._arguments import field, unexpected
from datetime._days import DAY_US, SECOND_US
from datetime._texts import delta_text

_LEAST = -999999999 * DAY_US
_MOST = 1000000000 * DAY_US - 1
_UNITS = (("microseconds", 1), ("milliseconds", 1000), ("seconds", SECOND_US), ("minutes", 60 * SECOND_US),
          ("hours", 3600 * SECOND_US), ("days", DAY_US), ("weeks", 7 * DAY_US))
_READONLY = "readonly attribute"
_new = object.__new__


class timedelta:
    """A duration: the difference between two dates, times or datetimes."""

    __module__ = "datetime"
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, *more, **others):
        if more or others:
            _refuse(7 + len(more), others)
        if (isinstance(days, int) and isinstance(seconds, int) and isinstance(microseconds, int)
                and isinstance(milliseconds, int) and isinstance(minutes, int) and isinstance(hours, int)
                and isinstance(weeks, int)):
            us = ((weeks * 7 + days) * 86400 + hours * 3600 + minutes * 60 + seconds) * 1000000
            us += milliseconds * 1000 + microseconds
        else:
            us = _sum((microseconds, milliseconds, seconds, minutes, hours, days, weeks))
        if not _LEAST <= us <= _MOST:
            _overflow(us)
        self = _new(cls)
        self._us = us
        return self

    days = field("timedelta", "days", lambda self: self._us // 86400000000, "Number of days.", _READONLY)
    seconds = field("timedelta", "seconds", lambda self: self._us // 1000000 % 86400,
                    "Number of seconds from 0 to 86399.", _READONLY)
    microseconds = field("timedelta", "microseconds", lambda self: self._us % 1000000,
                         "Number of microseconds from 0 to 999999.", _READONLY)

    def total_seconds(self):
        """Give the duration in seconds."""
        return self._us / 1000000

    def __repr__(self):
        days, seconds, microseconds = _fields(self._us)
        parts = []
        if days:
            parts.append(f"days={days}")
        if seconds:
            parts.append(f"seconds={seconds}")
        if microseconds:
            parts.append(f"microseconds={microseconds}")
        name = "datetime.timedelta" if type(self) is timedelta else type(self).__name__
        return f"{name}({', '.join(parts) or '0'})"

    def __str__(self):
        return delta_text(self._us)

    def __reduce__(self):
        return type(self), _fields(self._us)

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __ne__(self, other):
        return self._us != other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __add__(self, other):
        return span(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    def __radd__(self, other):
        return span(other._us + self._us) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return span(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return span(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return span(-self._us)

    def __pos__(self):
        return span(self._us)

    def __abs__(self):
        return span(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return span(self._us * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return span(nearest(self._us * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return span(nearest(self._us, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return span(nearest(self._us * below, above))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return span(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return span(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        count, rest = divmod(self._us, other._us)
        return count, span(rest)


def span(us):
    """Make a timedelta of microseconds."""
    if not _LEAST <= us <= _MOST:
        _overflow(us)
    self = _new(timedelta)
    self._us = us
    return self


def nearest(above, below):
    """Divide whole numbers and round to the nearest, halves to the even one."""
    if below < 0:
        above, below = -above, -below
    count, rest = divmod(above, below)
    return count + (rest * 2 > below or rest * 2 == below and count % 2)


def _fields(us):
    seconds, microseconds = divmod(us, SECOND_US)
    days, seconds = divmod(seconds, 86400)
    return days, seconds, microseconds


def _overflow(us):
    days = us // DAY_US
    if not -0x80000000 <= days <= 0x7fffffff:
        raise OverflowError("Python int too large to convert to C int")
    raise OverflowError(f"days={days}; must have magnitude <= 999999999")


def _sum(values):
    """Add up parts that may have fractions; what is below a microsecond is rounded once, at the end."""
    total = 0
    rest = 0.0
    for (name, size), value in zip(_UNITS, values):
        if isinstance(value, int):
            total += value * size
        elif isinstance(value, float):
            count = int(value)
            total += count * size
            part = (value - count) * size
            count = int(part)
            total += count
            rest += part - count
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
    count = round(rest)
    # A half goes to the neighbour that makes the whole sum even.
    if abs(rest - count) == 0.5 and (total + count) % 2:
        count += 1 if rest > count else -1
    return total + count


def _refuse(positional, others):
    names = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")
    if positional > 7:
        raise TypeError(f"__new__() takes at most 7 arguments ({positional + len(others)} given)")
    raise TypeError("__new__()" + unexpected(names, others))


timedelta.min = span(_LEAST)
timedelta.max = span(_MOST)
timedelta.resolution = span(1)
