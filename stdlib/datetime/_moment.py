"""Dates with a time of day: a datetime is a count of microseconds since 0001-01-01, `_at`, as its fields read.

Its seven fields, `_parts`, are made from the count when asked for. Two datetimes of one zone compare and subtract by
their counts alone; those of two zones by the counts less the zones' offsets.
"""
import time as _time

from datetime._arguments import (CLOCK_NAMES, DATE_NAMES, UNSET, check_clock, check_date, field, settle,
                                 state_bytes, text_argument, whole, zone_refused)
from datetime._clock import moment_time, time as _Time
from datetime._date import calendar_day, date as _Date
from datetime._days import DAY_US, END_US, EPOCH_US, SECOND_US, civil, count_days, day_of_year, month_length
from datetime._delta import span, timedelta
from datetime._local import microseconds_of, offset_and_fold, seconds_of, zone_at
from datetime._texts import TWO, c_text, clock_text, offset_text
from datetime import _zone
from datetime._zone import dst_of, name_of, offset_of, timezone, tzinfo as _Zone

_new = object.__new__
_time_ns = _time.time_ns
_NAMES = DATE_NAMES + CLOCK_NAMES + ("tzinfo", "fold")


class datetime(_Date):
    """A date with a time of day, with or without a time zone."""

    __module__ = "datetime"
    __slots__ = ("_tz", "_fold")
    _timed = True

    def __new__(cls, year=UNSET, month=UNSET, day=UNSET, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
                *more, fold=0, **others):
        if (isinstance(year, int) and isinstance(month, int) and isinstance(day, int) and isinstance(hour, int)
                and isinstance(minute, int) and isinstance(second, int) and isinstance(microsecond, int)
                and 0 < year < 10000 and 0 < month < 13 and (0 < day < 29 or 0 < day <= month_length(year, month))
                and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= microsecond < 1000000
                and (tzinfo is None or isinstance(tzinfo, _Zone)) and fold in (0, 1) and isinstance(fold, int)
                and not more and not others):
            parts = (+year, +month, +day, +hour, +minute, +second, +microsecond)
            fold = +fold
        else:
            parts, tzinfo, fold = _settled((year, month, day, hour, minute, second, microsecond, tzinfo, fold),
                                           more, others)
            year, month, day, hour, minute, second, microsecond = parts
        self = _new(cls)
        self._at = ((count_days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second) * 1000000 + microsecond
        self._parts = parts
        self._tz = tzinfo
        self._fold = fold
        return self

    @classmethod
    def now(cls, tz=None):
        """Give the current time: local, or that of a zone."""
        if tz is None:
            seconds, nanoseconds = divmod(_time_ns(), 1000000000)
            offset, fold = offset_and_fold(seconds)
            return _build(cls, (seconds + offset) * 1000000 + nanoseconds // 1000 + EPOCH_US, None, fold)
        if not isinstance(tz, _Zone):
            raise zone_refused(tz)
        return _in_zone(cls, _time_ns() // 1000 + EPOCH_US, tz)

    now.__func__.__qualname__ = "now"

    @classmethod
    def today(cls):
        """Give the current local time."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        """Give the current UTC time without a zone."""
        _outdated("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
                  "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).")
        return _build(cls, _time_ns() // 1000 + EPOCH_US, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Give the time of a number of seconds since the epoch: local, or that of a zone."""
        if tz is not None and not isinstance(tz, _Zone):
            raise zone_refused(tz)
        us = microseconds_of(timestamp)
        if tz is None:
            offset, fold = offset_and_fold(us // SECOND_US)
            return _build(cls, us + offset * SECOND_US + EPOCH_US, None, fold)
        return _in_zone(cls, _since_epoch(us), tz)

    fromtimestamp.__func__.__qualname__ = "fromtimestamp"

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Give the UTC time of a number of seconds since the epoch, without a zone."""
        _outdated("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. "
                  "Use timezone-aware objects to represent datetimes in UTC: "
                  "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).")
        return _build(cls, _since_epoch(microseconds_of(timestamp)), None)

    @classmethod
    def strptime(cls, string, format, /):
        """Give the datetime that a text says according to a format."""
        from datetime._strptime import read
        fields, us, zone = read(string, format)
        return cls(*fields[:6], us) if zone is None else cls(*fields[:6], us, zone)

    @classmethod
    def combine(cls, date, time, tzinfo=UNSET):
        """Give the datetime of a date and a time of day, and the time's zone or another."""
        if not isinstance(date, _Date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_kind(date)}")
        if not isinstance(time, _Time):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_kind(time)}")
        if tzinfo is UNSET:
            tzinfo = time._tz
        elif tzinfo is not None and not isinstance(tzinfo, _Zone):
            raise zone_refused(tzinfo)
        return _build(cls, (date.toordinal() - 1) * DAY_US + time._at, tzinfo, time._fold)

    combine.__func__.__qualname__ = "combine"

    @classmethod
    def fromisoformat(cls, string, /):
        """Give the datetime that a text in an ISO 8601 form says."""
        from datetime._iso import read_moment
        return cls(*read_moment(string))

    hour = field("datetime", "hour", lambda self: (self._parts or self._spread())[3], "Hour from 0 to 23.")
    minute = field("datetime", "minute", lambda self: (self._parts or self._spread())[4], "Minute from 0 to 59.")
    second = field("datetime", "second", lambda self: (self._parts or self._spread())[5], "Second from 0 to 59.")
    microsecond = field("datetime", "microsecond", lambda self: (self._parts or self._spread())[6],
                        "Microsecond from 0 to 999999.")
    tzinfo = field("datetime", "tzinfo", lambda self: self._tz, "The time zone or None.")
    fold = field("datetime", "fold", lambda self: self._fold, "1 for the second of two equal readings of a clock.")

    def _spread(self):
        parts = self._parts = _parts_of(self._at)
        return parts

    def date(self):
        """Give the date alone."""
        return calendar_day(self._at // 86400000000)

    def time(self):
        """Give the time of day without its zone."""
        return moment_time((self._parts or self._spread())[3:], None, self._fold)

    def timetz(self):
        """Give the time of day with its zone."""
        return moment_time((self._parts or self._spread())[3:], self._tz, self._fold)

    def __repr__(self):
        year, month, day, hour, minute, second, microsecond = self._parts or self._spread()
        text = f"{year}, {month}, {day}, {hour}, {minute}"
        if microsecond:
            text = f"{text}, {second}, {microsecond}"
        elif second:
            text = f"{text}, {second}"
        if self._fold:
            text = f"{text}, fold=1"
        if self._tz is not None:
            text = f"{text}, tzinfo={self._tz!r}"
        name = "datetime.datetime" if type(self) is datetime else type(self).__name__
        return f"{name}({text})"

    def __str__(self):
        return self.isoformat(" ")

    def isoformat(self, sep="T", timespec="auto"):
        """Give the datetime in ISO 8601 form, the time down to what timespec names."""
        if not isinstance(sep, str) or len(sep) != 1:
            found = f"a string of length {len(sep)}" if isinstance(sep, str) else type(sep).__name__
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {found}")
        text_argument("isoformat", 2, timespec)
        year, month, day, hour, minute, second, microsecond = self._parts or self._spread()
        text = f"{TWO[year // 100]}{TWO[year % 100]}-{TWO[month]}-{TWO[day]}{sep}"
        if timespec != "auto":
            text += clock_text(hour, minute, second, microsecond, timespec)
        elif microsecond:
            fraction = f"{TWO[microsecond // 10000]}{TWO[microsecond // 100 % 100]}{TWO[microsecond % 100]}"
            text = f"{text}{TWO[hour]}:{TWO[minute]}:{TWO[second]}.{fraction}"
        else:
            text = f"{text}{TWO[hour]}:{TWO[minute]}:{TWO[second]}"
        if self._tz is None:
            return text
        offset = offset_of(self._tz, self)
        return text if offset is None else text + offset_text(offset)

    isoformat.__qualname__ = "isoformat"

    def ctime(self):
        """Give the datetime as C's ctime() writes it."""
        return c_text(self._parts or self._spread(), self._at // DAY_US)

    def strftime(self, format):
        """Give the datetime as a format says."""
        from datetime._format import write
        text_argument("strftime", 1, format)
        return write(self, format, self._parts or self._spread(), self._at // DAY_US)

    def timetuple(self):
        """Give the datetime as a struct_time."""
        saving = None if self._tz is None else dst_of(self._tz, self)
        return self._tuple(-1 if saving is None else int(bool(saving)))

    def utctimetuple(self):
        """Give the datetime in UTC as a struct_time."""
        offset = None if self._tz is None else offset_of(self._tz, self)
        return (self if not offset else _build(datetime, _in_years(self._at - offset._us), None))._tuple(0)

    def _tuple(self, saving):
        parts = self._parts or self._spread()
        return _time.struct_time(parts[:6] + (self._at // DAY_US % 7, day_of_year(*parts[:3]), saving))

    def timestamp(self):
        """Give the seconds since the epoch; without a zone the fields are local time."""
        offset = None if self._tz is None else offset_of(self._tz, self)
        if offset is not None:
            return (self._at - offset._us - EPOCH_US) / 1000000
        reading, us = divmod(self._at, SECOND_US)
        return seconds_of(reading, self._fold) + us / 1e6

    def toordinal(self):
        """Give the ordinal of the date."""
        return self._at // 86400000000 + 1

    def weekday(self):
        """Give the day of the week: 0 is Monday."""
        return self._at // 86400000000 % 7

    def isoweekday(self):
        """Give the day of the week: 1 is Monday."""
        return self._at // 86400000000 % 7 + 1

    def utcoffset(self):
        """Give the zone's difference to UTC, or None."""
        return None if self._tz is None else offset_of(self._tz, self)

    def dst(self):
        """Give the zone's daylight saving time, or None."""
        return None if self._tz is None else dst_of(self._tz, self)

    def tzname(self):
        """Give the zone's name, or None."""
        return None if self._tz is None else name_of(self._tz, self)

    def replace(self, year=UNSET, month=UNSET, day=UNSET, hour=UNSET, minute=UNSET, second=UNSET, microsecond=UNSET,
                tzinfo=UNSET, *, fold=UNSET):
        """Give the datetime with other values for some fields."""
        own = self._parts or self._spread()
        fields = (own[0] if year is UNSET else year, own[1] if month is UNSET else month,
                  own[2] if day is UNSET else day, own[3] if hour is UNSET else hour,
                  own[4] if minute is UNSET else minute, own[5] if second is UNSET else second,
                  own[6] if microsecond is UNSET else microsecond, self._tz if tzinfo is UNSET else tzinfo)
        fold = self._fold if fold is UNSET else fold
        return type(self)(*fields, fold=fold) if fold != 0 else type(self)(*fields)

    replace.__qualname__ = "replace"
    __replace__ = replace

    def astimezone(self, tz=None):
        """Give the same moment in another zone, or in local time."""
        if tz is not None and not isinstance(tz, _Zone):
            raise zone_refused(tz)
        if self._tz is tz is not None:
            return self
        offset = None if self._tz is None else offset_of(self._tz, self)
        if offset is None:
            reading = self._at // SECOND_US
            seconds = seconds_of(reading, self._fold)
            past = (reading - seconds) * SECOND_US - EPOCH_US
        else:
            past = offset._us
        at = _in_years(self._at - past)
        if tz is None:
            tz = zone_at((at - EPOCH_US) // SECOND_US)
        moment = _build(type(self), at, self._tz)
        moment._tz = tz
        return tz.fromutc(moment)

    astimezone.__qualname__ = "astimezone"

    def __reduce_ex__(self, protocol, /):
        year, month, day, hour, minute, second, us = self._parts or self._spread()
        if whole(protocol) > 3 and self._fold:
            month |= 128
        state = bytes((year >> 8, year & 255, month, day, hour, minute, second, us >> 16, us >> 8 & 255, us & 255))
        return type(self), (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __hash__(self):
        if self._tz is None:
            return hash(self._at)
        # Equal moments have one hash, whatever the fold: the zone is asked about the first reading.
        first = _build(datetime, self._at, self._tz) if self._fold else self
        offset = offset_of(self._tz, first)
        return hash(self._at) if offset is None else hash(self._at - offset._us)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at == other._at if self._tz is other._tz else _equal(self, other)

    def __ne__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at != other._at if self._tz is other._tz else not _equal(self, other)

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at < other._at if self._tz is other._tz else _apart(self, other) < 0

    def __le__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at <= other._at if self._tz is other._tz else _apart(self, other) <= 0

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at > other._at if self._tz is other._tz else _apart(self, other) > 0

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return self._at >= other._at if self._tz is other._tz else _apart(self, other) >= 0

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _build(type(self), _in_years(self._at + other._us), self._tz)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, datetime):
            return span(self._at - other._at if self._tz is other._tz else _apart(self, other, "subtract"))
        if isinstance(other, timedelta):
            return _build(type(self), _in_years(self._at - other._us), self._tz)
        return NotImplemented


_zone.moment_class = datetime


def _build(kind, at, zone, fold=0):
    """Make a datetime, or one of a subclass, of a count that is in range."""
    if kind is not datetime:
        parts = _parts_of(at)
        return kind(*parts, zone, fold=fold) if fold else kind(*parts, zone)
    self = _new(datetime)
    self._at = at
    self._parts = None
    self._tz = zone
    self._fold = fold
    return self


def _in_zone(kind, at, zone):
    """Make the datetime, or one of a subclass, of a UTC count in a zone."""
    if kind is datetime and type(zone) is timezone:
        return _build(kind, _in_years(at + zone._offset._us), zone)
    return zone.fromutc(_build(kind, at, zone))


def _parts_of(at):
    rest = at % 86400000000
    seconds = rest // 1000000
    clock = (seconds // 3600, seconds // 60 % 60, seconds % 60, rest % 1000000)
    return civil(at // 86400000000) + clock


def _in_years(at):
    if not 0 <= at < END_US:
        raise OverflowError("date value out of range")
    return at


def _since_epoch(us):
    at = us + EPOCH_US
    if not 0 <= at < END_US:
        raise ValueError(f"year must be in 1..9999, not {civil(at // DAY_US)[0]}")
    return at


def _apart(one, two, action="compare"):
    """Give the microseconds from two to one, by UTC where they have offsets."""
    first, second = one.utcoffset(), two.utcoffset()
    if first is None and second is None:
        return one._at - two._at
    if first is None or second is None:
        raise TypeError(f"can't {action} offset-naive and offset-aware datetimes")
    return one._at - first._us - (two._at - second._us)


def _equal(one, two):
    """Say whether datetimes of two zones are one moment; a reading that its fold changes equals no other zone's."""
    first, second = one.utcoffset(), two.utcoffset()
    if first is None or second is None:
        if first is not second or one._at != two._at:
            return False
    elif one._at - first._us != two._at - second._us:
        return False
    return not _folds(one, first) and not _folds(two, second)


def _folds(moment, offset):
    zone = moment._tz
    if zone is None or type(zone) is timezone:
        return False
    return moment.replace(fold=not moment._fold).utcoffset() != offset


def _kind(value):
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


def _outdated(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _settled(values, more, others):
    """Give (fields, zone, fold) of a constructor's arguments that are not plain numbers in range."""
    year, zone = values[:2]
    if isinstance(year, (bytes, str)) and values[2:] == (UNSET, 0, 0, 0, 0, None, 0) and not others:
        state = state_bytes("datetime", year, 10, 2, (1, 12))
        if state is not None:
            zone = None if zone is UNSET else zone
            if zone is not None and not isinstance(zone, _Zone):
                raise TypeError("bad tzinfo state arg")
            fields = (state[0] << 8 | state[1], state[2] & 127, *state[3:7], state[7] << 16 | state[8] << 8 | state[9])
            return fields, zone, state[2] >> 7
    # What equals its default is counted as not given, which only an error about too many arguments could tell.
    defaults = (UNSET, UNSET, UNSET, 0, 0, 0, 0, None, 0)
    given = 8 if more else sum([value is not default for value, default in zip(values, defaults)])
    *fields, zone, fold = settle(_NAMES, values, 3, more, others, 8, given)
    fields = tuple(fields)
    check_date(*fields[:3])
    check_clock(fields[3:], fold)
    if zone is not None and not isinstance(zone, _Zone):
        raise zone_refused(zone)
    return fields, zone, fold


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
