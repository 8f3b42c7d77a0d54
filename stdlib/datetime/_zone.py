"""Time zones: the abstract tzinfo, and timezone for fixed differences to UTC.

A datetime asks its zone through `offset_of`, `dst_of` and `name_of`, which check what a zone answers.
"""
from datetime._arguments import UNSET, unexpected
from datetime._days import DAY_US
from datetime._delta import span, timedelta
from datetime._texts import offset_text

_new = object.__new__
# The class datetime, which its module sets: it is made from these zones, and they are asked with one.
moment_class = None


class tzinfo:
    """Base class of time zones; a subclass says utcoffset(), dst() and tzname()."""

    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return _new(cls)

    def tzname(self, dt, /):
        """Give the zone's name at a datetime."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """Give the difference to UTC at a datetime: a timedelta, positive east of Greenwich."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """Give the part of the difference that is daylight saving time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """Turn a datetime whose fields are UTC into this zone's local time."""
        _own(self, dt)
        offset = offset_of(self, dt)
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dst_of(self, dt)
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = dt + (offset - saving)
        saving = dst_of(self, standard)
        if saving is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return standard + saving

    def __reduce__(self):
        make = getattr(self, "__getinitargs__", None)
        args = () if make is None else make()
        return type(self), args, self.__getstate__()


class timezone(tzinfo):
    """A time zone with a fixed difference to UTC."""

    __module__ = "datetime"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=UNSET, name=UNSET, *more, **others):
        if more or others or offset is UNSET:
            _misused(offset, name, more, others)
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_kind(offset)}")
        if name is UNSET:
            if not offset._us:
                return utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {'None' if name is None else _kind(name)}")
        return fixed(offset, name)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def utcoffset(self, dt, /):
        """Give the fixed difference to UTC."""
        _asked(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        """Give the zone's name, or a text such as UTC+01:00."""
        _asked(dt, "tzname")
        return str(self)

    def dst(self, dt, /):
        """Give None: a fixed difference knows no daylight saving time."""
        _asked(dt, "dst")
        return None

    def fromutc(self, dt, /):
        """Turn a datetime whose fields are UTC into this zone's local time."""
        _own(self, dt)
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" if self is utc or not self._offset else "UTC" + offset_text(self._offset)

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __getstate__(self):
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def fixed(offset, name=None):
    """Make a zone of a timedelta that is less than a day."""
    if not -DAY_US < offset._us < DAY_US:
        raise _too_far(offset)
    self = _new(timezone)
    self._offset = offset
    self._name = name
    return self


def offset_of(zone, moment):
    """Give the zone's difference to UTC as a timedelta or None; a time asks with None."""
    if type(zone) is timezone:
        return zone._offset
    return _checked("utcoffset", zone.utcoffset(moment))


def dst_of(zone, moment):
    """Give the zone's daylight saving time as a timedelta or None."""
    return None if type(zone) is timezone else _checked("dst", zone.dst(moment))


def name_of(zone, moment):
    """Give the zone's name or None."""
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_kind(name)}'")
    return name


def _checked(method, answer):
    if answer is None:
        return None
    if not isinstance(answer, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{_kind(answer)}'")
    if not -DAY_US < answer._us < DAY_US:
        raise _too_far(answer)
    return answer


def _too_far(offset):
    return ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                      f"not {offset!r}")


def _own(zone, moment):
    if not isinstance(moment, moment_class):
        raise TypeError("fromutc: argument must be a datetime")
    if moment._tz is not zone:
        raise ValueError("fromutc: dt.tzinfo is not self")


def _asked(moment, method):
    if moment is not None and not isinstance(moment, moment_class):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {_kind(moment)}")


def _kind(value):
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


def _misused(offset, name, more, others):
    given = (offset is not UNSET) + (name is not UNSET) + len(more) + len(others)
    if given > 2:
        raise TypeError(f"timezone() takes at most 2 arguments ({given} given)")
    if offset is UNSET:
        raise TypeError("timezone() missing required argument 'offset' (pos 1)")
    raise TypeError("timezone()" + unexpected(("offset", "name"), others))


utc = fixed(span(0))
timezone.utc = utc
timezone.min = fixed(timedelta(hours=-23, minutes=-59))
timezone.max = fixed(timedelta(hours=23, minutes=59))
