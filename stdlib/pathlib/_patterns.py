"""Patterns for whole paths and for single names.

Invariant: an expression is compiled once for each pattern, separator and sense of case.
"""

from fnmatch import fnmatchcase, translate

_known = {}


def compiled(pattern, sep, case_sensitive):
    """The match method for a whole path."""
    key = pattern, sep, case_sensitive
    try:
        return _known[key]
    except KeyError:
        pass
    import glob
    return _keep(key, glob.translate(pattern, recursive=True, include_hidden=True, seps=sep))


def part_fits(part, pattern, case_sensitive):
    """True if one name fits."""
    if case_sensitive:
        return fnmatchcase(part, pattern)
    try:
        fits = _known[pattern]
    except KeyError:
        fits = _keep(pattern, translate(pattern), False)
    return fits(part) is not None


def _keep(key, expression, case_sensitive=None):
    import re
    if case_sensitive is None:
        case_sensitive = key[2]
    if len(_known) >= 512:
        _known.clear()
    fits = _known[key] = re.compile(expression, 0 if case_sensitive else re.IGNORECASE).match
    return fits
