"""strptime: texts are matched against formats in the C locale.

A format becomes a tuple of pieces: characters, None for a stretch of white space, and directives. A directive offers
the ends that it could have in order of preference, and the match tries them in depth, as a regular expression would.
"""
import time

from datetime._arguments import text_argument
from datetime._days import civil, count_days, count_iso
from datetime._delta import span
from datetime._texts import DAYS, MONTHS
from datetime._zone import fixed, timezone

# Of a numeric directive: the most digits, the least and the greatest number, whether a digit alone may be of any
# script, and whether a blank may stand for the first digit.
_NUMBERS = {
    "d": (2, 1, 31, False, True), "e": (2, 1, 31, False, True), "H": (2, 0, 23, True, True),
    "k": (2, 0, 23, True, True), "I": (2, 1, 12, False, True), "l": (2, 1, 12, False, True),
    "j": (3, 1, 366, False, False), "m": (2, 1, 12, False, False), "M": (2, 0, 59, True, False),
    "S": (2, 0, 61, True, False), "U": (2, 0, 53, True, False), "W": (2, 0, 53, True, False),
    "V": (2, 0, 53, True, False), "u": (1, 1, 7, False, False), "w": (1, 0, 6, False, False),
}
_NAMES = {
    "a": [name[:3].lower() for name in DAYS], "A": [name.lower() for name in DAYS],
    "b": [name[:3].lower() for name in MONTHS[1:]], "B": [name.lower() for name in MONTHS[1:]],
    "p": ["am", "pm"], "P": ["am", "pm"],
}
_COMPOSED = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "R": "%H:%M",
             "r": "%I:%M:%S %p"}
_LETTERS = frozenset("YGyfzZ").union(_NUMBERS, _NAMES, _COMPOSED)
_ALTERNATIVE = frozenset("dempwyCHIMS")
_YEARLESS = """\
Parsing dates involving a day of month without a year specified is ambiguous
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""
_known = {}


def read(text, format):
    """Give (the first six fields, microseconds, zone or None) of a text."""
    text_argument("strptime", 1, text)
    text_argument("strptime", 2, format)
    pieces = _known.get(format)
    if pieces is None:
        pieces = _learn(format)
    found = {}
    end = _match(pieces, 0, text, 0, found)
    if end is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _fields(found)


def _learn(format):
    if len(_known) > 5:
        _known.clear()
    pieces = []
    seen = set()
    _take_apart(format, format, pieces, seen)
    if "d" in seen and not seen & {"Y", "y", "G"}:
        import warnings
        warnings.warn(_YEARLESS, DeprecationWarning, stacklevel=4)
    repeated = [piece[1] for piece in pieces if type(piece) is tuple]
    for number, letter in enumerate(repeated):
        if letter in repeated[:number]:
            import re
            raise re.PatternError(f"redefinition of group name {letter!r} as group {number + 1}; "
                                  f"was group {repeated.index(letter) + 1}")
    _known[format] = pieces = tuple(pieces)
    return pieces


def _take_apart(format, whole, pieces, seen):
    """Add the pieces of a format to a list, and the letters of its own directives to a set."""
    place = 0
    size = len(format)
    while place < size:
        char = format[place]
        place += 1
        if char.isspace():
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
            continue
        if char != "%":
            pieces.append(char.lower())
            continue
        while place < size and format[place] in "-_0#":
            place += 1
        while place < size and format[place].isdecimal():
            place += 1
        if place == size or format[place].isspace():
            raise ValueError(f"stray % in format '{whole}'")
        letter = format[place]
        place += 1
        if letter in "EO" and place < size and not format[place].isspace():
            letter += format[place]
            place += 1
        _add_directive(letter, whole, pieces, seen)


def _add_directive(letter, whole, pieces, seen):
    if letter == "%":
        pieces.append("%")
    elif letter[0] == "O" and letter[1:] in _ALTERNATIVE:
        # Numbers in other digits: the C locale has none, so they are empty.
        pieces.append("")
    elif letter not in _LETTERS:
        raise ValueError(f"'{letter}' is a bad directive in format '{whole}'")
    else:
        seen.add(letter)
        composed = _COMPOSED.get(letter)
        if composed is None:
            pieces.append((_ENDS.get(letter) or (_number_ends if letter in _NUMBERS else _name_ends), letter))
        else:
            _take_apart(composed, whole, pieces, set())


def _match(pieces, number, text, place, found):
    """Give where the match of the pieces from a number on ends, or None; what directives match is kept in found."""
    while number < len(pieces):
        piece = pieces[number]
        number += 1
        if type(piece) is tuple:
            ends, letter = piece
            for end in ends(letter, text, place):
                last = _match(pieces, number, text, end, found)
                if last is not None:
                    found[letter] = text[place:end]
                    return last
            return None
        if piece is None:
            end = place
            while end < len(text) and text[end].isspace():
                end += 1
            while end > place:
                last = _match(pieces, number, text, end, found)
                if last is not None:
                    return last
                end -= 1
            return None
        if piece and text[place:place + 1].lower() != piece:
            return None
        place += len(piece)
    return place


def _number_ends(letter, text, place):
    most, low, high, any_script, blank = _NUMBERS[letter]
    for size in range(most, 0, -1):
        digits = text[place:place + size]
        if (len(digits) == size and digits.isdecimal() and (digits[0].isascii() or size == 1 and any_script)
                and low <= int(digits) <= high):
            yield place + size
    if blank and text[place:place + 1] == " ":
        digit = text[place + 1:place + 2]
        if digit.isdecimal() and (digit.isascii() or any_script) and int(digit) >= low:
            yield place + 2


def _name_ends(letter, text, place):
    rest = text[place:place + 9].lower()
    for name in sorted(_NAMES[letter], key=len, reverse=True):
        if rest.startswith(name):
            yield place + len(name)


def _year_ends(letter, text, place):
    size = 2 if letter == "y" else 4
    digits = text[place:place + size]
    if len(digits) == size and digits.isdecimal():
        yield place + size


def _digits_at(text, place, most):
    end = place
    while end < len(text) and end - place < most and text[end].isdecimal() and text[end].isascii():
        end += 1
    return end


def _fraction_ends(letter, text, place):
    yield from range(_digits_at(text, place, 6), place, -1)


def _offset_ends(letter, text, place):
    if text[place:place + 1] == "Z":
        yield place + 1
        return
    if text[place:place + 1] not in ("+", "-") or not _is_pair(text, place + 1, "0123456789"):
        return
    ends = []
    place += 3
    for _ in (1, 2):
        if text[place:place + 1] == ":":
            place += 1
        if not _is_pair(text, place, "012345"):
            break
        place += 2
        ends.append(place)
    if len(ends) == 2 and text[place:place + 1] == ".":
        ends += range(place + 2, _digits_at(text, place + 1, 6) + 1)
    yield from reversed(ends)


def _is_pair(text, place, first):
    pair = text[place:place + 2]
    return len(pair) == 2 and pair[0] in first and pair[1].isdecimal()


def _zone_ends(letter, text, place):
    rest = text[place:].lower()
    for name in sorted({"utc", "gmt", time.tzname[0].lower(), time.tzname[1].lower()}, key=len, reverse=True):
        if rest.startswith(name):
            yield place + len(name)


_ENDS = {"Y": _year_ends, "G": _year_ends, "y": _year_ends, "f": _fraction_ends, "z": _offset_ends, "Z": _zone_ends}


def _fields(found):
    """Turn what directives matched into fields."""
    hour = int(found.get("H", found.get("k", 0)))
    twelve = found.get("I", found.get("l"))
    if twelve is not None:
        hour = int(twelve) % 12 + 12 * (found.get("p", found.get("P", "")).lower() == "pm")
    us = int(found["f"].ljust(6, "0")) if "f" in found else 0
    fields = _date_of(found) + (hour, int(found.get("M", 0)), int(found.get("S", 0)))
    return fields, us, _zone_of(found)


def _date_of(found):
    year = _year_of(found)
    iso_year = found.get("G")
    iso_week = found.get("V")
    weekday = _weekday_of(found)
    ordinal = found.get("j")
    _check_week(year, iso_year, iso_week, weekday, ordinal)
    month = _place_of(found, "b", "B") or int(found.get("m", 1))
    day = int(found.get("d", found.get("e", 1)))
    if ordinal is not None:
        return civil(count_days(year or 1900, 1, 1) + int(ordinal) - 1)
    if weekday is not None:
        if iso_year is not None:
            return civil(count_iso(int(iso_year), int(iso_week), weekday + 1))
        if year is not None and ("U" in found or "W" in found):
            # Week 1 begins with the year's first Sunday or Monday, and week 0 is the one before, but if the year itself
            # begins so, week 0 is the same as week 1.
            first, week = (6, int(found["U"])) if "U" in found else (0, int(found["W"]))
            new_year = count_days(year, 1, 1)
            start = new_year + (first - new_year) % 7 + 7 * week - 7 if week else new_year - (new_year - first) % 7
            return civil(start + (weekday - first) % 7)
    return 1900 if year is None else year, month, day


def _year_of(found):
    if "Y" in found:
        return int(found["Y"])
    if "y" in found:
        year = int(found["y"])
        return year + (2000 if year < 69 else 1900)
    return None


def _place_of(found, *letters):
    """Give which of its names a directive matched, from 1, or None."""
    for letter in letters:
        if letter in found:
            return _NAMES[letter].index(found[letter].lower()) + 1
    return None


def _weekday_of(found):
    """Give the weekday, Monday being 0, or None."""
    if "w" in found:
        return (int(found["w"]) - 1) % 7
    if "u" in found:
        return int(found["u"]) - 1
    place = _place_of(found, "a", "A")
    return None if place is None else place - 1


def _check_week(year, iso_year, iso_week, weekday, ordinal):
    if iso_year is not None:
        if ordinal is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year "
                         "'%G' instead.")


def _zone_of(found):
    text = found.get("z")
    if text is None:
        return None
    name = found.get("Z")
    us = 0 if text == "Z" else _offset_us(text)
    return timezone(span(us)) if name is None else fixed(span(us), name)


def _offset_us(text):
    digits = text[1:]
    if digits[2] == ":":
        digits = digits[:2] + digits[3:]
        if len(digits) > 5:
            if digits[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            digits = digits[:4] + digits[5:]
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    us = seconds * 1000000 + int(digits[7:].ljust(6, "0"))
    return -us if text[0] == "-" else us
