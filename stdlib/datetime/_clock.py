"""Times of day: a time holds its four fields, `_parts`, the microseconds since midnight, `_at`, its zone and fold."""
from datetime._arguments import (CLOCK_NAMES, UNSET, check_clock, field, settle, state_bytes, text_argument,
                                 whole, zone_refused)
from datetime._days import SECOND_US
from datetime._delta import timedelta
from datetime._texts import clock_text, offset_text
from datetime._zone import dst_of, name_of, offset_of, tzinfo as _Zone

_new = object.__new__
_NAMES = CLOCK_NAMES + ("tzinfo", "fold")


class time:
    """A time of day, with or without a time zone."""

    __module__ = "datetime"
    __slots__ = ("_at", "_parts", "_tz", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *more, fold=0, **others):
        if (isinstance(hour, int) and isinstance(minute, int) and isinstance(second, int)
                and isinstance(microsecond, int) and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60
                and 0 <= microsecond < 1000000 and (tzinfo is None or isinstance(tzinfo, _Zone))
                and fold in (0, 1) and isinstance(fold, int) and not more and not others):
            parts = (+hour, +minute, +second, +microsecond)
            fold = +fold
        else:
            parts, tzinfo, fold = _settled((hour, minute, second, microsecond, tzinfo, fold), more, others)
            hour, minute, second, microsecond = parts
        self = _new(cls)
        self._at = ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
        self._parts = parts
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = field("time", "hour", lambda self: self._parts[0], "Hour from 0 to 23.")
    minute = field("time", "minute", lambda self: self._parts[1], "Minute from 0 to 59.")
    second = field("time", "second", lambda self: self._parts[2], "Second from 0 to 59.")
    microsecond = field("time", "microsecond", lambda self: self._parts[3], "Microsecond from 0 to 999999.")
    tzinfo = field("time", "tzinfo", lambda self: self._tz, "The time zone or None.")
    fold = field("time", "fold", lambda self: self._fold, "1 for the second of two equal readings of a clock.")

    @classmethod
    def fromisoformat(cls, string, /):
        """Give the time that a text in an ISO 8601 form says."""
        from datetime._iso import read_time
        return cls(*read_time(string))

    @classmethod
    def strptime(cls, string, format, /):
        """Give the time that a text says according to a format."""
        from datetime._strptime import read
        fields, us, zone = read(string, format)
        return cls(*fields[3:6], us) if zone is None else cls(*fields[3:6], us, zone)

    def __repr__(self):
        hour, minute, second, microsecond = self._parts
        text = f"{hour}, {minute}"
        if microsecond:
            text = f"{text}, {second}, {microsecond}"
        elif second:
            text = f"{text}, {second}"
        if self._tz is not None:
            text = f"{text}, tzinfo={self._tz!r}"
        if self._fold:
            text = f"{text}, fold=1"
        name = "datetime.time" if type(self) is time else type(self).__name__
        return f"{name}({text})"

    def __str__(self):
        return self.isoformat()

    def isoformat(self, timespec="auto"):
        """Give the time as HH:MM:SS and what more it needs, or down to what timespec names."""
        text_argument("isoformat", 1, timespec)
        text = clock_text(*self._parts, timespec)
        if self._tz is None:
            return text
        offset = offset_of(self._tz, None)
        return text if offset is None else text + offset_text(offset)

    def strftime(self, format):
        """Give the time as a format says; the date in it is 1900-01-01."""
        from datetime._days import count_days
        from datetime._format import write
        text_argument("strftime", 1, format)
        return write(self, format, (1900, 1, 1) + self._parts, count_days(1900, 1, 1))

    def __format__(self, format, /):
        text_argument("__format__", 1, format)
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        """Give the zone's difference to UTC, or None."""
        return None if self._tz is None else offset_of(self._tz, None)

    def dst(self):
        """Give the zone's daylight saving time, or None."""
        return None if self._tz is None else dst_of(self._tz, None)

    def tzname(self):
        """Give the zone's name, or None."""
        return None if self._tz is None else name_of(self._tz, None)

    def replace(self, hour=UNSET, minute=UNSET, second=UNSET, microsecond=UNSET, tzinfo=UNSET, *, fold=UNSET):
        """Give the time with other values for some fields."""
        own = self._parts
        fields = (own[0] if hour is UNSET else hour, own[1] if minute is UNSET else minute,
                  own[2] if second is UNSET else second, own[3] if microsecond is UNSET else microsecond,
                  self._tz if tzinfo is UNSET else tzinfo)
        fold = self._fold if fold is UNSET else fold
        return type(self)(*fields, fold=fold) if fold != 0 else type(self)(*fields)

    replace.__qualname__ = "replace"
    __replace__ = replace

    def __reduce_ex__(self, protocol, /):
        hour, minute, second, us = self._parts
        if whole(protocol) > 3 and self._fold:
            hour |= 128
        state = bytes((hour, minute, second, us >> 16, us >> 8 & 255, us & 255))
        return type(self), (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __hash__(self):
        offset = None if self._tz is None else offset_of(self._tz, None)
        return hash(self._at) if offset is None else hash(self._at - offset._us)

    def __eq__(self, other):
        return _difference(self, other, True) == 0 if isinstance(other, time) else NotImplemented

    def __ne__(self, other):
        return _difference(self, other, True) != 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return _difference(self, other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return _difference(self, other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return _difference(self, other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return _difference(self, other) >= 0 if isinstance(other, time) else NotImplemented


def _difference(one, two, equality=False):
    """Give a number whose sign tells how two times stand; times of which one has no offset only can be unequal."""
    if one._tz is two._tz:
        return one._at - two._at
    first, second = one.utcoffset(), two.utcoffset()
    if first is None and second is None:
        return one._at - two._at
    if first is None or second is None:
        if equality:
            return 1
        raise TypeError("can't compare offset-naive and offset-aware times")
    return one._at - first._us - (two._at - second._us)


def moment_time(parts, zone, fold):
    """Make a time of fields that are known to be right."""
    hour, minute, second, microsecond = parts
    self = _new(time)
    self._at = ((hour * 60 + minute) * 60 + second) * SECOND_US + microsecond
    self._parts = parts
    self._tz = zone
    self._fold = fold
    return self


def _settled(values, more, others):
    """Give (fields, zone, fold) of a constructor's arguments that are not plain numbers in range."""
    hour, zone = values[:2]
    if isinstance(hour, (bytes, str)) and values[2:] == (0, 0, None, 0) and not others:
        state = state_bytes("time", hour, 6, 0, (0, 23))
        if state is not None:
            zone = None if isinstance(zone, int) and not zone else zone
            if zone is not None and not isinstance(zone, _Zone):
                raise TypeError("bad tzinfo state arg")
            us = state[3] << 16 | state[4] << 8 | state[5]
            return (state[0] & 127, state[1], state[2], us), zone, state[0] >> 7
    # What equals its default is counted as not given, which only an error about too many arguments could tell.
    given = 5 if more else sum([value is not default for value, default in zip(values, (0, 0, 0, 0, None, 0))])
    hour, minute, second, microsecond, zone, fold = settle(_NAMES, values, 0, more, others, 5, given)
    fields = (hour, minute, second, microsecond)
    check_clock(fields, fold)
    if zone is not None and not isinstance(zone, _Zone):
        raise zone_refused(zone)
    return fields, zone, fold


time.min = time(0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta.resolution
