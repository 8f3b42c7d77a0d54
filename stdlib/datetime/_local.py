"""Local time: what `time.localtime` says of the machine's zone, and the way back from a local reading.

Seconds count from 0001-01-01 where a name says `reading`, and from the epoch elsewhere.
"""
import time

from datetime._days import DAY, EPOCH_SECONDS, LAST_DAY, SECOND_US, civil
from datetime._delta import span
from datetime._zone import fixed

# The stretch of seconds for which it is known that an offset holds in it and in the day before: (first, last, offset).
_steady = (0, 0, None)
# The last second whose year fits in C's struct tm.
_LAST_TM = 67768036191676799


def whole_seconds(timestamp):
    """Give the second that a date's timestamp lies in."""
    if isinstance(timestamp, float):
        _finite(timestamp)
        return _in_range(timestamp.__floor__())
    from datetime._arguments import whole
    return _in_range(whole(timestamp))


def microseconds_of(timestamp):
    """Give a datetime's timestamp in whole microseconds, halves to the even one."""
    if isinstance(timestamp, float):
        _finite(timestamp)
        seconds = int(timestamp)
        us = seconds * SECOND_US + round((timestamp - seconds) * 1e6)
    else:
        from datetime._arguments import whole
        try:
            us = whole(timestamp) * SECOND_US
        except TypeError:
            kind = type(timestamp)
            place = "" if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "."
            raise TypeError(f"argument must be int or float, not {place}{kind.__name__}") from None
    _in_range(us // SECOND_US)
    return us


def _finite(timestamp):
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if not -9223372036854775808.0 <= timestamp < 9223372036854775808.0:
        raise OverflowError("timestamp out of range for platform time_t")


def _in_range(seconds):
    if not -0x8000000000000000 <= seconds <= 0x7fffffffffffffff:
        raise OverflowError("timestamp out of range for platform time_t")
    if not -_LAST_TM <= seconds <= _LAST_TM:
        raise OSError(75, "Value too large for defined data type")
    return seconds


def check_reading(seconds):
    """Raise ValueError if a reading is not in the years 1 to 9999."""
    if not 0 <= seconds < (LAST_DAY + 1) * DAY:
        raise ValueError(f"year must be in 1..9999, not {civil(seconds // DAY)[0]}")


def local_parts(seconds):
    """Give (year, month, day, hour, minute, second) of local time."""
    parts = time.localtime(seconds)
    if not 1 <= parts[0] <= 9999:
        raise ValueError(f"year must be in 1..9999, not {parts[0]}")
    return parts[:6]


def offset_at(seconds):
    """Give the seconds that local time is ahead of UTC; raises ValueError if that leads out of the years."""
    # The year is judged first where no zone can bring it back, because C's time would be asked in vain.
    reading = seconds + EPOCH_SECONDS
    if not -DAY <= reading <= (LAST_DAY + 2) * DAY:
        check_reading(reading)
    offset = time.localtime(seconds).tm_gmtoff
    check_reading(reading + offset)
    return offset


def offset_and_fold(seconds):
    """Give the offset at a second, and 1 if the clock shows that reading for the second time."""
    global _steady
    offset = offset_at(seconds)
    first, last, known = _steady
    if first <= seconds <= last and offset == known:
        return offset, 0
    back = offset - offset_at(seconds - DAY)
    if back >= 0:
        _steady = (seconds, seconds + 3600, offset)
        return offset, 0
    # Was the clock set back so lately that the same reading was there before?
    return offset, int(offset_at(seconds + back) == offset - back)


def seconds_of(reading, fold):
    """Give the seconds since the epoch at which local clocks show a reading; fold tells between two such.

    In a gap, which no clock shows, fold 0 goes by the offset before it and fold 1 by the one after.
    """
    local = reading - EPOCH_SECONDS
    guess = offset_at(local)
    first = local - guess
    found = offset_at(first)
    if found == guess:
        other = offset_at(first + (-DAY if not fold else DAY))
        if other == guess:
            return first
    else:
        other = found
    second = local - other
    if offset_at(second) == other:
        return second
    if found == guess:
        return first
    return min(first, second) if fold else max(first, second)


def zone_at(seconds):
    """Give a timezone that is what local time is at a second."""
    parts = time.localtime(seconds)
    return fixed(span(parts.tm_gmtoff * SECOND_US), parts.tm_zone)
