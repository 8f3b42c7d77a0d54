"""strftime: every directive of the C locale is made here from the fields, with the C library's flags and widths."""
from datetime._days import day_of_year, iso_triple
from datetime._texts import DAYS, MONTHS, TWO, c_text, four, offset_text
from datetime._zone import dst_of


def write(value, format, parts, count):
    """Give the text of a format.

    value is the date, time or datetime, parts its seven fields and count its day.
    """
    zone = getattr(value, "_tz", None)
    if zone is not None and hasattr(value, "timetuple"):
        # CPython asks a datetime's zone for daylight saving time whatever the format says: it may raise an error.
        dst_of(zone, value)
    pieces = format.split("%")
    text = [pieces[0]]
    place = 1
    last = len(pieces)
    while place < last:
        piece = pieces[place]
        place += 1
        if not piece:
            # Two signs in a row are one that is meant; one at the very end stands for itself.
            text.append("%")
            if place < last:
                text.append(pieces[place])
                place += 1
            continue
        letter = piece[0]
        make = _DIRECTIVES.get(letter)
        if make is not None:
            text.append(make(parts, count))
            text.append(piece[1:])
        elif letter == "z":
            text.append(_offset(value, ""))
            text.append(piece[1:])
        elif letter == "Z":
            text.append(getattr(value, "tzname", _nothing)() or "")
            text.append(piece[1:])
        elif piece[:2] == ":z":
            text.append(_offset(value, ":"))
            text.append(piece[2:])
        else:
            text.append(_by_c(piece, value, parts, count))
    return "".join(text)


def _nothing():
    return None


def _offset(value, colon):
    offset = getattr(value, "utcoffset", _nothing)()
    return "" if offset is None else offset_text(offset, colon)


def _by_c(piece, value, parts, count):
    """Give the text of what follows a percent sign where it is none of the plain directives: flags, a width, E or O.

    What the C library does not know stays as it is, padded to the width.
    """
    end = 0
    flags = ""
    while piece[end:end + 1] in _FLAGS and end < len(piece):
        flags += piece[end]
        end += 1
    start = end
    while end < len(piece) and "0" <= piece[end] <= "9":
        end += 1
    width = int(piece[start:end] or 0)
    modifier = piece[end:end + 1] if piece[end:end + 1] in ("E", "O") else ""
    end += len(modifier)
    letter = piece[end:end + 1]
    end += 1
    pad = flags.replace("^", "").replace("#", "")[-1:]
    text = _known(letter, parts, count)
    if text is None or modifier and letter not in _MODIFIED[modifier]:
        text = "%" + piece[:end]
        letter = ""
    elif letter in _NUMERIC:
        default = " " if letter in "ekl" or pad == "-" else "0"
        size = width if pad == "-" or letter in "CGY" else max(width, len(text))
        return (text.lstrip(" 0") or "0").rjust(size, _FILL.get(pad, default)) + piece[end:]
    if "#" in flags and letter and letter in _SWAPPED:
        text = text.lower() if letter == "p" else text.upper()
    elif "^" in flags and letter != "P":
        text = text.upper()
    if letter not in "zZ" or pad != "-" and letter == "Z" or not letter:
        text = text.rjust(width, "0" if pad == "0" else " ")
    return text + piece[end:]


def _known(letter, parts, count):
    """Give the plain text of a directive as the C library has it, or None; it knows neither zones nor fractions."""
    if letter in ("z", "Z"):
        return ""
    if letter == "F":
        return f"{parts[0]}-{TWO[parts[1]]}-{TWO[parts[2]]}"
    if letter == "s":
        import time
        return str(int(time.mktime(parts[:6] + (count % 7, day_of_year(*parts[:3]), -1))))
    make = _DIRECTIVES.get(letter)
    return None if make is None or letter == "f" else make(parts, count)


def _clock12(hour):
    return hour % 12 or 12


def _week(parts, count, first):
    """Give the week of the year, whose weeks begin at a weekday; the days before its first one are in week 0."""
    return TWO[(day_of_year(*parts[:3]) + 6 - (count - first) % 7) // 7]


def _year_month_day(parts, count):
    return f"{four(parts[0])}-{TWO[parts[1]]}-{TWO[parts[2]]}"


def _month_day_year(parts, count):
    return f"{TWO[parts[1]]}/{TWO[parts[2]]}/{TWO[parts[0] % 100]}"


def _hour_minute_second(parts, count):
    return f"{TWO[parts[3]]}:{TWO[parts[4]]}:{TWO[parts[5]]}"


def _moment(parts, count):
    text = c_text(parts, count)
    return f"{text[:-4]}{parts[0]}"


_FLAGS = "-_0^#"
_FILL = {"_": " ", "0": "0"}
_MODIFIED = {"E": "cCxXyYnprstuPRTzZ", "O": "deHImMSuUVwWyBbhgjklnprstCGPRTzZ"}
_NUMERIC = "CdegGHIjklmMsSuUVwWyY"
_SWAPPED = "aAbBhp"
_DIRECTIVES = {
    "a": lambda parts, count: DAYS[count % 7][:3],
    "A": lambda parts, count: DAYS[count % 7],
    "b": lambda parts, count: MONTHS[parts[1]][:3],
    "B": lambda parts, count: MONTHS[parts[1]],
    "c": _moment,
    "C": lambda parts, count: TWO[parts[0] // 100],
    "d": lambda parts, count: TWO[parts[2]],
    "D": _month_day_year,
    "e": lambda parts, count: f"{parts[2]:2}",
    "f": lambda parts, count: f"{parts[6]:06}",
    "F": _year_month_day,
    "g": lambda parts, count: TWO[iso_triple(count, parts[0])[0] % 100],
    "G": lambda parts, count: four(iso_triple(count, parts[0])[0]),
    "h": lambda parts, count: MONTHS[parts[1]][:3],
    "H": lambda parts, count: TWO[parts[3]],
    "I": lambda parts, count: TWO[_clock12(parts[3])],
    "j": lambda parts, count: f"{day_of_year(*parts[:3]):03}",
    "k": lambda parts, count: f"{parts[3]:2}",
    "l": lambda parts, count: f"{_clock12(parts[3]):2}",
    "m": lambda parts, count: TWO[parts[1]],
    "M": lambda parts, count: TWO[parts[4]],
    "n": lambda parts, count: "\n",
    "p": lambda parts, count: "AM" if parts[3] < 12 else "PM",
    "P": lambda parts, count: "am" if parts[3] < 12 else "pm",
    "r": lambda parts, count: f"{TWO[_clock12(parts[3])]}:{TWO[parts[4]]}:{TWO[parts[5]]} "
                              f"{'AM' if parts[3] < 12 else 'PM'}",
    "R": lambda parts, count: f"{TWO[parts[3]]}:{TWO[parts[4]]}",
    "S": lambda parts, count: TWO[parts[5]],
    "t": lambda parts, count: "\t",
    "T": _hour_minute_second,
    "u": lambda parts, count: str(count % 7 + 1),
    "U": lambda parts, count: _week(parts, count, 6),
    "V": lambda parts, count: TWO[iso_triple(count, parts[0])[1]],
    "w": lambda parts, count: str((count + 1) % 7),
    "W": lambda parts, count: _week(parts, count, 0),
    "x": _month_day_year,
    "X": _hour_minute_second,
    "y": lambda parts, count: TWO[parts[0] % 100],
    "Y": lambda parts, count: four(parts[0]),
}
