"""Checks of arguments and fields, in CPython's words."""
from datetime._days import month_length

UNSET = object()
DATE_NAMES = ("year", "month", "day")
CLOCK_NAMES = ("hour", "minute", "second", "microsecond")
_LIMITS = (("hour", 23), ("minute", 59), ("second", 59), ("microsecond", 999999))


def field(owner, name, get, doc, refusal="attribute '{name}' of 'datetime.{owner}' objects is not writable"):
    """Make a property that can only be read."""
    words = refusal.format(name=name, owner=owner)

    def refuse(self, value=None):
        raise AttributeError(words)

    return property(get, refuse, refuse, doc)


def whole(value):
    """Give the int that a value stands for."""
    try:
        return int.__index__(value) if isinstance(value, int) else type(value).__index__(value)
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def c_int(value):
    """Give the int that a value stands for, where C has an int for it."""
    value = whole(value)
    if not -0x80000000 <= value <= 0x7fffffff:
        if not -0x8000000000000000 <= value <= 0x7fffffffffffffff:
            raise OverflowError("Python int too large to convert to C long")
        raise OverflowError("signed integer is " + ("greater than maximum" if value > 0 else "less than minimum"))
    return value


def c_long(value):
    """Give the int that a value stands for, where C has a long for it."""
    value = whole(value)
    if not -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise OverflowError("Python int too large to convert to C long")
    return value


def text_argument(function, place, value):
    """Raise TypeError unless an argument is a string."""
    if not isinstance(value, str):
        found = "None" if value is None else type(value).__name__
        raise TypeError(f"{function}() argument {place} must be str, not {found}")


def check_date(year, month, day):
    """Raise ValueError for a date that does not exist."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year must be in 1..9999, not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    most = month_length(year, month)
    if not 1 <= day <= most:
        raise ValueError(f"day {day} must be in range 1..{most} for month {month} in year {year}")


def check_clock(values, fold):
    """Raise ValueError for (hour, minute, second, microsecond) and fold that no day has."""
    for (name, most), value in zip(_LIMITS, values):
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}, not {value}")
    if fold != 0 and fold != 1:
        raise ValueError(f"fold must be either 0 or 1, not {fold}")


def zone_refused(value):
    """Make the error for something that is no time zone."""
    return TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(value).__name__}'")


def settle(names, values, required, more, others, most, count):
    """Give the fields of a constructor's arguments; raises what CPython says of missing, surplus and unknown ones.

    names are the parameters and values what was given for them, or UNSET; the first `most` may stand in order. more
    and others hold what found no parameter; count is the number of arguments given besides.
    """
    given = count + len(more) + len(others)
    if given > len(names):
        raise TypeError(f"function takes at most {len(names)} arguments ({given} given)")
    if more:
        raise TypeError(f"function takes at most {most} positional arguments ({most + len(more)} given)")
    fields = []
    for name, value in zip(names, values):
        if value is not UNSET:
            fields.append(value if name == "tzinfo" else c_int(value))
        elif len(fields) < required:
            raise TypeError(f"function missing required argument '{name}' (pos {len(fields) + 1})")
        else:
            fields.append(None if name == "tzinfo" else 0)
    if others:
        raise TypeError("this function" + unexpected(names, others))
    return fields


def unexpected(names, others):
    """Give the end of the message for an argument that no parameter is named like."""
    space = {}
    exec(f"def probe(*, {'=0, '.join(names)}=0): pass", space)
    try:
        space["probe"](**others)
    except TypeError as error:
        words = str(error)
        return words[words.index("()") + 2:]


def state_bytes(kind, state, size, place, limit, mask=0x7f):
    """Give the state that a pickle holds, or None if the value is no such state.

    The byte at the place tells a state from other bytes: it holds a month or an hour, and a fold as its highest bit.
    """
    if len(state) != size or not limit[0] <= ord(state[place:place + 1]) & mask <= limit[1]:
        return None
    if isinstance(state, str):
        try:
            return state.encode("latin1")
        except UnicodeEncodeError:
            raise ValueError(f"Failed to encode latin1 string when unpickling a {kind} object. "
                             "pickle.load(data, encoding='latin1') is assumed.") from None
    return state
