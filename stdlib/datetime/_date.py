"""Dates: a date is a count of days, `_at`, and its fields `_parts`, of which the latter are made when asked for.

A datetime is a date whose `_at` counts microseconds and whose `_parts` go on with the time of day; it has its own
version of whatever reads `_at`. `_timed` tells the two apart, for a date and a datetime do not compare.
"""
from datetime._arguments import (DATE_NAMES, UNSET, c_int, c_long, check_date, field, settle, state_bytes,
                                 text_argument)
from datetime._days import LAST_DAY, civil, count_days, count_iso, day_of_year, iso_triple, month_length
from datetime._delta import span, timedelta
from datetime._texts import TWO, c_text

_new = object.__new__


class IsoCalendarDate(tuple):
    """A year, week and weekday of the ISO calendar."""

    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0], doc="ISO year.")
    week = property(lambda self: self[1], doc="ISO week from 1 to 53.")
    weekday = property(lambda self: self[2], doc="ISO weekday: 1 is Monday, 7 is Sunday.")

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)

    def __reduce__(self):
        return tuple, (tuple(self),)


class date:
    """date(year, month, day) --> date object"""

    __module__ = "datetime"
    __slots__ = ("_at", "_parts")
    _timed = False

    def __new__(cls, year=UNSET, month=UNSET, day=UNSET, *more, **others):
        if (isinstance(year, int) and isinstance(month, int) and isinstance(day, int) and 0 < year < 10000
                and 0 < month < 13 and (0 < day < 29 or 0 < day <= month_length(year, month))
                and not more and not others):
            parts = (+year, +month, +day)
        else:
            parts = _settled(year, month, day, more, others)
        self = _new(cls)
        self._at = count_days(*parts)
        self._parts = parts
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Give the local date of a time in seconds since the epoch."""
        from datetime._local import local_parts, whole_seconds
        return cls(*local_parts(whole_seconds(timestamp))[:3])

    @classmethod
    def today(cls):
        """Give the local date of now."""
        import time
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """Give the date of an ordinal: 1 is 0001-01-01."""
        ordinal = c_long(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > LAST_DAY + 1:
            check_date(civil(ordinal - 1)[0], 1, 1)
        return cls(*civil(ordinal - 1))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Give the date of an ISO year, week and weekday."""
        try:
            count = count_iso(c_int(year), c_int(week), c_int(day))
        except OverflowError:
            raise ValueError("ISO calendar component out of range") from None
        if count > LAST_DAY:
            raise ValueError("year must be in 1..9999, not 10000")
        return cls(*civil(count))

    @classmethod
    def fromisoformat(cls, string, /):
        """Give the date that a text in an ISO 8601 form says."""
        from datetime._iso import read_date
        return cls(*read_date(string))

    @classmethod
    def strptime(cls, string, format, /):
        """Give the date that a text says according to a format."""
        from datetime._strptime import read
        return cls(*read(string, format)[0][:3])

    year = field("date", "year", lambda self: (self._parts or self._spread())[0], "Year from 1 to 9999.")
    month = field("date", "month", lambda self: (self._parts or self._spread())[1], "Month from 1 to 12.")
    day = field("date", "day", lambda self: (self._parts or self._spread())[2], "Day of the month.")

    def _spread(self):
        parts = self._parts = civil(self._at)
        return parts

    def __repr__(self):
        year, month, day = self._parts or self._spread()
        name = "datetime.date" if type(self) is date else type(self).__name__
        return f"{name}({year}, {month}, {day})"

    def __str__(self):
        return self.isoformat()

    def isoformat(self):
        """Give the date as YYYY-MM-DD."""
        year, month, day = self._parts or self._spread()
        return f"{TWO[year // 100]}{TWO[year % 100]}-{TWO[month]}-{TWO[day]}"

    def ctime(self):
        """Give the date as C's ctime() writes it."""
        return c_text((self._parts or self._spread()) + (0, 0, 0), self._at)

    def strftime(self, format):
        """Give the date as a format says."""
        from datetime._format import write
        text_argument("strftime", 1, format)
        return write(self, format, (self._parts or self._spread()) + (0, 0, 0, 0), self._at)

    def __format__(self, format, /):
        text_argument("__format__", 1, format)
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        """Give the date as a struct_time at midnight."""
        import time
        year, month, day = self._parts or self._spread()
        return time.struct_time((year, month, day, 0, 0, 0, self._at % 7, day_of_year(year, month, day), -1))

    def toordinal(self):
        """Give the ordinal: the number of days from the end of year 0."""
        return self._at + 1

    def weekday(self):
        """Give the day of the week: 0 is Monday."""
        return self._at % 7

    def isoweekday(self):
        """Give the day of the week: 1 is Monday."""
        return self._at % 7 + 1

    def isocalendar(self):
        """Give the ISO year, week and weekday."""
        return IsoCalendarDate(*iso_triple(self.toordinal() - 1, self.year))

    def replace(self, year=UNSET, month=UNSET, day=UNSET):
        """Give the date with other values for some fields."""
        own = self._parts or self._spread()
        return type(self)(own[0] if year is UNSET else year, own[1] if month is UNSET else month,
                          own[2] if day is UNSET else day)

    replace.__qualname__ = "replace"
    __replace__ = replace

    def __reduce__(self):
        year, month, day = self._parts or self._spread()
        return type(self), (bytes((year >> 8, year & 255, month, day)),)

    def __hash__(self):
        return hash(self._at)

    def __eq__(self, other):
        return self._at == other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __ne__(self, other):
        return self._at != other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __lt__(self, other):
        return self._at < other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __le__(self, other):
        return self._at <= other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __gt__(self, other):
        return self._at > other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __ge__(self, other):
        return self._at >= other._at if isinstance(other, date) and not other._timed else NotImplemented

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _on(type(self), self._at + other._us // 86400000000)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _on(type(self), self._at - other._us // 86400000000)
        if isinstance(other, date) and not other._timed:
            return span((self._at - other._at) * 86400000000)
        return NotImplemented


def _on(kind, count):
    """Make a date, or one of a subclass, of a count of days."""
    if not 0 <= count <= LAST_DAY:
        raise OverflowError("date value out of range")
    if kind is not date:
        return kind(*civil(count))
    self = _new(date)
    self._at = count
    self._parts = None
    return self


def calendar_day(count):
    """Make a date of a count of days that is in range."""
    return _on(date, count)


def _settled(year, month, day, more, others):
    """Give the fields of a constructor's arguments that are not three plain numbers in range."""
    if isinstance(year, (bytes, str)) and month is UNSET and not others:
        state = state_bytes("date", year, 4, 2, (1, 12), 0xffff)
        if state is not None:
            return state[0] << 8 | state[1], state[2], state[3]
    values = (year, month, day)
    count = sum([value is not UNSET for value in values])
    parts = tuple(settle(DATE_NAMES, values, 3, more, others, 3, count))
    check_date(*parts)
    return parts


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
