"""The class of time zones.

Invariant: a zone is made once for each key and class as long as somebody holds it; the last eight are held here.
"""
from bisect import bisect_right
from datetime import datetime, tzinfo
from weakref import WeakValueDictionary

from . import _paths
from ._file import Table

_HELD = 8
_EPOCH = 719163
_NOTHING = None, None, None


class ZoneInfo(tzinfo):
    """A time zone of the system."""

    __module__ = "zoneinfo"
    _known = WeakValueDictionary()
    _recent = {}

    def __init_subclass__(cls):
        cls._known = WeakValueDictionary()
        cls._recent = {}

    def __new__(cls, key):
        zone = cls._known.get(key)
        if zone is None:
            zone = cls._known.setdefault(key, cls._made(_paths.read(key), key, True))
        recent = cls._recent
        recent.pop(key, None)
        recent[key] = zone
        if len(recent) > _HELD:
            del recent[next(iter(recent))]
        return zone

    @classmethod
    def _made(cls, data, key, kept):
        zone = super().__new__(cls)
        zone._key, zone._kept, zone._file = key, kept, None
        table = zone._table = Table(data)
        before = [table.first, *table.periods]
        seconds = [int(period[0].total_seconds()) for period in before]
        steps = list(zip(table.times, seconds, seconds[1:]))
        # By the clock on the wall, for the first and the second time that a moment comes by.
        zone._walls = ([time + max(old, new) for time, old, new in steps],
                       [time + min(old, new) for time, old, new in steps])
        return zone

    @classmethod
    def no_cache(cls, key):
        """A zone that is made anew."""
        return cls._made(_paths.read(key), key, False)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """A zone from an open file."""
        zone = cls._made(file_obj.read(), key, False)
        zone._file = repr(file_obj)
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forget the zones that were made, or some of them."""
        for key in list(cls._known) + list(cls._recent) if only_keys is None else only_keys:
            cls._known.pop(key, None)
            cls._recent.pop(key, None)

    @property
    def key(self):
        """The zone's name."""
        return self._key

    def utcoffset(self, dt, /):
        """The difference to UTC."""
        return self._period(dt)[0]

    def dst(self, dt, /):
        """By how much the clock is ahead of standard time."""
        return self._period(dt)[1]

    def tzname(self, dt, /):
        """The name of the time that holds."""
        return self._period(dt)[2]

    def _period(self, dt):
        table = self._table
        if dt is None:
            rule = table.after
            fixed = not table.times and (rule is None or rule.days is None)
            return (rule.standard if rule else table.last) if fixed else _NOTHING
        moment = _seconds(dt)
        walls = self._walls[dt.fold]
        index = bisect_right(walls, moment)
        if index < len(walls) or not table.after:
            if not index:
                return table.first if walls or not table.after else table.last
            return table.periods[index - 1]
        if not index and walls:
            return table.first
        return self._by_rule(moment, dt.year, dt.fold)

    def _by_rule(self, moment, year, fold):
        rule = self._table.after
        if rule.days is None:
            return rule.standard
        begin, end = rule.bounds(year)
        ahead = int((rule.daylight[0] - rule.standard[0]).total_seconds())
        # Times that are missing belong to what held before, times that come twice to what holds then; `fold` turns it.
        if ahead >= 0:
            begin, end = begin + ahead * (1 - fold), end - ahead * fold
        else:
            begin, end = begin + ahead * fold, end - ahead * (1 - fold)
        within = begin <= moment < end if begin < end else not end <= moment < begin
        return rule.daylight if within else rule.standard

    def fromutc(self, object, /):
        """A time in UTC as the time here."""
        if not isinstance(object, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if object.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        table = self._table
        moment = _seconds(object)
        index = bisect_right(table.times, moment)
        if index == len(table.times) and table.after is not None:
            period, twice = self._rule_of_utc(moment, object.year)
            if table.times and not twice:
                # Just after the last transition the time may be one that came by before it.
                before = table.periods[index - 2] if index >= 2 else table.first
                twice = moment - table.times[-1] < (before[0] - period[0]).total_seconds()
        else:
            period = table.periods[index - 1] if index else table.first
            before = table.periods[index - 2] if index >= 2 else table.first
            twice = index > 0 and moment - table.times[index - 1] < (before[0] - period[0]).total_seconds()
        return (object + period[0]).replace(fold=int(twice))

    def _rule_of_utc(self, moment, year):
        rule = self._table.after
        if rule.days is None:
            return rule.standard, False
        standard, daylight = (int(period[0].total_seconds()) for period in (rule.standard, rule.daylight))
        begin, end = rule.bounds(year)
        begin, end = begin - standard, end - daylight
        within = begin <= moment < end if begin < end else not end <= moment < begin
        # After the clock was put back, times come by again.
        change, loss = (begin, standard - daylight) if within else (end, daylight - standard)
        return rule.daylight if within else rule.standard, 0 <= moment - change < loss

    def __str__(self):
        return repr(self) if self._key is None else self._key

    def __repr__(self):
        name = "zoneinfo.ZoneInfo" if type(self) is ZoneInfo else type(self).__name__
        return f"{name}.from_file({self._file})" if self._key is None else f"{name}(key={self._key!r})"

    def __reduce__(self):
        if self._file is not None:
            from pickle import PicklingError
            raise PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self._unpickle, (self._key, int(self._kept))

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)


def _seconds(dt):
    """The clock's time as seconds since 1970."""
    return (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
