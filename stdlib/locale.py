"""Locales: `C`, and `C.UTF-8`, which differs from it in nothing but the encoding that it names.

Invariant: of each category the locale that was set is known; numbers and texts are the same in all of them.
"""
import functools
from builtins import str as _text

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE",
           "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "LC_MESSAGES"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

# By number; 6 stands for all of them.
_CATEGORIES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL", "LC_PAPER",
               "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION")
_set = dict.fromkeys((number for number in range(len(_CATEGORIES)) if number != LC_ALL), "C")
_set[LC_CTYPE] = "C.UTF-8"


class Error(Exception):
    """A locale that isn't there."""


def _known(name):
    """A locale's name as it is said when it has been set; None if there is no such locale."""
    if name in ("C", "POSIX"):
        return "C"
    language, _, encoding = name.partition(".")
    return name if language == "C" and encoding.lower().replace("-", "") == "utf8" else None


def _of_environment(number):
    import os
    for variable in "LC_ALL", _CATEGORIES[number], "LANG":
        if name := os.environ.get(variable):
            # A locale that isn't there is the one that comes nearest to it.
            return _known(name) or "C.UTF-8"
    return "C"


def _all_set():
    names = {_CATEGORIES[number]: name for number, name in _set.items()}
    if len(set(names.values())) == 1:
        return names["LC_CTYPE"]
    return ";".join(f"{category}={name}" for category, name in names.items())


def setlocale(category, locale=None):
    """Set the locale of a category; without one, say which it is."""
    if locale is not None and not isinstance(locale, _text):
        locale = _joined(locale)
    number = category if isinstance(category, int) else _index(category)
    if number != LC_ALL and number not in _set:
        raise Error("unsupported locale setting")
    if locale is None:
        return _all_set() if number == LC_ALL else _set[number]
    numbers = list(_set) if number == LC_ALL else [number]
    if number == LC_ALL and ";" in locale:
        pairs = dict(part.partition("=")[::2] for part in locale.split(";"))
        wanted = [pairs.get(_CATEGORIES[each], "") for each in numbers]
    else:
        wanted = [locale] * len(numbers)
    names = [_known(name) if name else _of_environment(each) for each, name in zip(numbers, wanted)]
    if None in names:
        raise Error("unsupported locale setting")
    _set.update(zip(numbers, names))
    return _all_set() if number == LC_ALL else names[0]


def _index(category):
    if not hasattr(category, "__index__"):
        raise TypeError(f"'{type(category).__name__}' object cannot be interpreted as an integer")
    return category.__index__()


def _joined(pair):
    """The name of a locale that is given by language and encoding."""
    try:
        language, encoding = pair
        if language is None:
            language = "C"
        if not isinstance(language, _text) or not isinstance(encoding, (_text, type(None))):
            raise TypeError
    except (TypeError, ValueError):
        raise TypeError("Locale must be None, a string, or an iterable of two strings -- "
                        "language code, encoding.") from None
    return language if encoding is None else f"{language}.{encoding}"


def getlocale(category=LC_CTYPE):
    """The language and the encoding of a category's locale."""
    if category == LC_ALL and len(set(_set.values())) > 1:
        raise TypeError("category LC_ALL is not supported")
    return (None, None) if setlocale(category) == "C" else ("C", "UTF-8")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """The language and the encoding that the environment says."""
    import os
    import warnings
    warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), "
                  "getencoding() and getlocale() instead.", DeprecationWarning, stacklevel=2)
    for variable in envvars:
        if name := os.environ.get(variable):
            if variable == "LANGUAGE":
                name = name.split(":")[0]
            language, dot, encoding = name.partition(".")
            if not dot:
                return (None, None) if name in ("C", "POSIX") else (language, None)
            return language, "UTF-8" if encoding.lower().replace("-", "") == "utf8" else encoding
    return None, None


def getencoding():
    """The encoding of the current locale."""
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding that texts in files are likely to have."""
    return "UTF-8"


def normalize(localename):
    """The usual spelling of a locale's name."""
    language, dot, encoding = localename.partition(".")
    if language.lower() in ("c", "posix"):
        language = "C"
        if not dot:
            return language
    if dot and encoding.lower().replace("-", "") == "utf8":
        encoding = "UTF-8"
    return language + dot + encoding


# Numbers.

_override_localeconv = {}


def localeconv():
    """How numbers and amounts of money are written."""
    conventions = {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "",
                   "mon_grouping": [], "positive_sign": "", "negative_sign": ""}
    conventions |= dict.fromkeys(
        ("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
         "p_sign_posn", "n_sign_posn"), CHAR_MAX)
    conventions |= {"decimal_point": ".", "thousands_sep": "", "grouping": []}
    return conventions | _override_localeconv


def _grouped(digits, grouping, separator):
    """A number's digits with separators between groups, of which the last size but a final 0 goes on."""
    groups, sizes = [], list(grouping)
    size = 0
    while digits:
        if sizes:
            following = sizes.pop(0)
            if following == CHAR_MAX:
                break
            if following:
                size = following
            else:
                sizes = []
        if not size or len(digits) <= size:
            break
        groups.insert(0, digits[-size:])
        digits = digits[:-size]
    return separator.join([digits, *groups] if digits else groups)


def _localized(text, grouping, monetary):
    conventions = localeconv()
    prefix = "mon_" if monetary else ""
    number, point, fraction = text.partition(".")
    separator = conventions[prefix + "thousands_sep"]
    if grouping and separator:
        start = next((at for at, character in enumerate(number) if character.isdigit()), len(number))
        end = next((at for at in range(start, len(number)) if not number[at].isdigit()), len(number))
        digits = _grouped(number[start:end], conventions[prefix + "grouping"], separator)
        number = number[:start] + digits + number[end:]
    return number + (conventions[prefix + "decimal_point"] if point else "") + fraction


def localize(string, grouping=False, monetary=False):
    """A plain number's text as the locale writes it."""
    return _localized(string, grouping, monetary)


def delocalize(string):
    """A number's text without what the locale does to it."""
    conventions = localeconv()
    if separator := conventions["thousands_sep"]:
        string = string.replace(separator, "")
    if point := conventions["decimal_point"]:
        string = string.replace(point, ".")
    return string


def atof(string, func=float):
    """The number that a text stands for."""
    return func(delocalize(string))


def atoi(string):
    """The integer that a text stands for."""
    return int(delocalize(string))


def str(val):
    """A float as a text, with the locale's decimal point."""
    return format_string("%.12g", val)


@functools.cache
def _specifications():
    import re
    return re.compile(r"%(?:\((?P<key>[^)]*)\))?(?P<flags>[-#0-9 +*.hlL]*)(?P<kind>[eEfFgGdiouxXcrsa%])")


def format_string(f, val, grouping=False, monetary=False):
    """What `f % val` gives, with numbers as the locale writes them."""
    pattern = _specifications()
    mapping = val if hasattr(val, "keys") else None
    values = val if isinstance(val, tuple) else (val,)
    parts, position = [], 0
    for found in pattern.finditer(f):
        kind, specification = found["kind"], found.group()
        if kind == "%":
            parts.append("%")
            continue
        if mapping is not None:
            text = specification % mapping
        else:
            stars = found["flags"].count("*")
            used = values[position:position + stars]
            text = specification % (*used, values[position + stars])
            position += stars + 1
        if kind in "eEfFgG" or kind in "diu" and grouping:
            text = _localized(text, grouping, monetary)
        parts.append(text)
    return pattern.sub("%s", f) % tuple(parts)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money."""
    conventions = localeconv()
    digits = conventions["int_frac_digits" if international else "frac_digits"]
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    amount = _localized(f"{abs(val):.{digits}f}", grouping, True)
    side = "n" if val < 0 else "p"
    sign = conventions["negative_sign" if val < 0 else "positive_sign"]
    place = conventions[side + "_sign_posn"]
    name = ""
    if symbol:
        name = conventions["int_curr_symbol" if international else "currency_symbol"]
        before, apart = conventions[side + "_cs_precedes"], " " if conventions[side + "_sep_by_space"] else ""
        if international and before:
            name, apart = name.rstrip(), name[3:4] or apart
        marked = {3: sign + name, 4: name + sign}.get(place, name)
        amount = marked + apart + amount if before else amount + apart + marked
        if place in (3, 4):
            return amount
    if place == 0:
        return f"({amount})"
    return amount + sign if place == 2 else sign + amount


# Texts.

def strcoll(os1, os2, /):
    """Below 0, 0 or above 0: how two texts are ordered."""
    for number, text in (1, os1), (2, os2):
        if not isinstance(text, _text):
            raise TypeError(f"strcoll() argument {number} must be str, not {type(text).__name__}")
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A text that is ordered plainly as the locale orders the given one."""
    if not isinstance(string, _text):
        raise TypeError(f"strxfrm() argument must be str, not {type(string).__name__}")
    return string


CODESET, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, CRNCYSTR = 14, 65536, 65537, 327680, 327681, 262159
AM_STR, PM_STR, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM = range(131110, 131116)
ERA, ERA_D_FMT, ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT = 131116, 131118, 131119, 131120, 131121

_information = {
    RADIXCHAR: ".", THOUSEP: "", YESEXPR: "^[yY]", NOEXPR: "^[nN]", CRNCYSTR: "-", AM_STR: "AM", PM_STR: "PM",
    D_T_FMT: "%a %b %e %H:%M:%S %Y", D_FMT: "%m/%d/%y", T_FMT: "%H:%M:%S", T_FMT_AMPM: "%I:%M:%S %p",
    ERA: "", ERA_D_FMT: "", ALT_DIGITS: "", ERA_D_T_FMT: "", ERA_T_FMT: "",
}


def _name_days_and_months():
    days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()
    months = "January February March April May June July August September October November December".split()
    number = 131072
    for prefix, names, letters in ("ABDAY", days, 3), ("DAY", days, None), ("ABMON", months, 3), ("MON", months, None):
        for index, name in enumerate(names, 1):
            globals()[f"{prefix}_{index}"] = number
            _information[number] = name[:letters]
            number += 1


_name_days_and_months()


def nl_langinfo(key, /):
    """A piece of information about the current locale."""
    if key == CODESET:
        return "UTF-8" if _set[LC_CTYPE] != "C" else "ANSI_X3.4-1968"
    if key not in _information:
        raise ValueError("unsupported langinfo constant")
    return _information[key]
