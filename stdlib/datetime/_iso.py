"""Reading ISO 8601: dates, times and both with one character between, in the extended and the basic form.

The readers give the arguments of a constructor, which judges the ranges.
"""
from datetime._arguments import check_clock, check_date
from datetime._days import LAST_DAY, SECOND_US, civil, count_days, count_iso
from datetime._delta import span
from datetime._zone import fixed, utc


def read_date(text):
    """Give (year, month, day) of a text."""
    _check_text(text)
    parts = _date(text) if len(text) in (7, 8, 10) else None
    if parts is None:
        raise _invalid(text)
    return parts


def read_time(text):
    """Give (hour, minute, second, microsecond, zone) of a text, which may begin with T."""
    _check_text(text)
    found = _time(text[1:] if text[:1] == "T" else text)
    if found is None:
        raise _invalid(text)
    if found[0] == 24:
        _check_midnight(found)
        return (0,) + found[1:]
    return found


def read_moment(text):
    """Give (year, month, day, hour, minute, second, microsecond, zone) of a text."""
    _check_text(text)
    found = _usual(text)
    if found is not None:
        return found
    place = _date_length(text)
    parts = _date(text[:place]) if place else None
    if parts is None:
        raise _invalid(text)
    if len(text) == place:
        return parts + (0, 0, 0, 0, None)
    found = _time(text[place + 1:])
    if found is None:
        raise _invalid(text)
    if found[0] == 24:
        check_date(*parts)
        _check_midnight(found)
        day = count_days(*parts) + 1
        if day > LAST_DAY:
            raise ValueError("year must be in 1..9999, not 10000")
        return civil(day) + (0,) + found[1:]
    return parts + found


def _usual(text):
    """Give the fields of YYYY-MM-DD?HH:MM:SS, with six digits of a fraction, Z or ±HH:MM or without, or None."""
    if len(text) < 19 or text[4] != "-" or text[7] != "-" or text[13] != ":" or text[16] != ":":
        return None
    number = _number(text[:4] + text[5:7] + text[8:10] + text[11:13] + text[14:16] + text[17:19])
    if number is None:
        return None
    rest = text[19:]
    us = 0
    if len(rest) >= 7 and rest[0] == ".":
        us = _number(rest[1:7])
        rest = rest[7:]
    zone = None
    if rest == "Z" or rest == "+00:00":
        zone = utc
    elif rest:
        offset = _number(rest[1:3] + rest[4:]) if len(rest) == 6 and rest[3] == ":" and rest[0] in "+-" else None
        if offset is None:
            return None
        minutes = offset // 100 * 60 + offset % 100
        zone = fixed(span((-minutes if rest[0] == "-" else minutes) * 60000000)) if minutes else utc
    date, clock = divmod(number, 1000000)
    if us is None or clock >= 240000:
        return None
    return (date // 10000, date // 100 % 100, date % 100, clock // 10000, clock // 100 % 100, clock % 100, us, zone)


def _check_text(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")


def _invalid(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _check_midnight(found):
    if found[1] or found[2] or found[3]:
        raise ValueError("minute, second, and microsecond must be 0 when hour is 24")
    check_clock((0, *found[1:4]), 0)


def _number(text):
    """Give the number of ASCII digits, or None for anything else."""
    return int(text) if text.isdigit() and text.isascii() else None


def _date_length(text):
    """Give where the date ends in a text that begins with one, or 0 if there is none."""
    size = len(text)
    if size < 7:
        return 0
    if size == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10 if size >= 10 else 0
        if size == 8 or text[8] != "-":
            return 8
        # What follows the hyphen is a weekday, unless two digits follow: then the hyphen stands for T.
        if size == 9:
            return 0
        return 8 if size > 10 and text[10] in "0123456789" else 10
    if text[4] != "W":
        return 8
    # YYYYWww and YYYYWwwD look alike when digits follow as the separator: their number tells.
    end = 7
    while end < size and text[end] in "0123456789":
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def _date(text):
    """Give (year, month, day) of a text that is just a date, or None."""
    if text[4:5] == "-" and text[7:8] == "-" and len(text) == 10 and text[5] != "W":
        number = _number(text[:4] + text[5:7] + text[8:])
    elif "W" in text:
        return _week_date(text)
    else:
        number = _number(text) if len(text) == 8 else None
    if number is None:
        return None
    return number // 10000, number // 100 % 100, number % 100


def _week_date(text):
    """Give (year, month, day) of YYYY-Www, YYYY-Www-D and the two without hyphens, or None."""
    year = _number(text[:4])
    rest = text[4:]
    if rest[0] == "-":
        rest = rest[1:]
        if len(rest) != 3:
            if len(rest) != 5 or rest[3] != "-":
                return None
            rest = rest[:3] + rest[4]
    week = _number(rest[1:3])
    weekday = _number(rest[3:]) if len(rest) == 4 else 1
    if year is None or week is None or weekday is None or rest[0] != "W" or len(rest) > 4:
        return None
    try:
        count = count_iso(year, week, weekday)
    except ValueError:
        return None
    return civil(count)


def _time(text):
    """Give (hour, minute, second, microsecond, zone) of a text, or None."""
    place = 0
    for char in text:
        if char in "+-Z":
            break
        place += 1
    clock = _clock(text[:place])
    if clock is None:
        return None
    zoned = place < len(text)
    # One character before the zone is passed over, as CPython does; at the end only a null is.
    if clock[1] and not zoned and clock[1] != "\0":
        return None
    if not zoned:
        return clock[0] + (None,)
    if text[place] == "Z":
        return clock[0] + (utc,) if place == len(text) - 1 else None
    offset = _clock(text[place + 1:])
    if offset is None or offset[1] not in ("", "\0"):
        return None
    hour, minute, second, us = offset[0]
    us += ((hour * 60 + minute) * 60 + second) * SECOND_US
    if not us:
        return clock[0] + (utc,)
    return clock[0] + (fixed(span(-us if text[place] == "-" else us)),)


def _clock(text):
    """Give ((hour, minute, second, microsecond), a last character that belongs to none of them), or None."""
    if len(text) == 8 and text[2] == ":" and text[5] == ":":
        number = _number(text[:2] + text[3:5] + text[6:])
        return None if number is None else ((number // 10000, number // 100 % 100, number % 100, 0), "")
    fields = []
    place = 0
    colon = text[2:3] == ":"
    while True:
        number = _number(text[place:place + 2]) if place + 2 <= len(text) else None
        if number is None:
            return None
        fields.append(number)
        place += 2
        if len(text) - place <= 1 and text[place:] not in (".", ",") or len(fields) == 3:
            break
        if colon:
            if text[place] != ":":
                return None
            place += 1
    rest = text[place:]
    us = 0
    if rest and rest[0] in ".,":
        if len(fields) < 3:
            return None
        digits = rest[1:7]
        us = _number(digits)
        if us is None:
            return None
        us *= 10 ** (6 - len(digits))
        rest = rest[7:].lstrip("0123456789")
    if len(rest) > 1:
        return None
    return (*fields, *(0,) * (3 - len(fields)), us), rest
