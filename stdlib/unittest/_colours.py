"""Whether reports are coloured, and how; only terminals (or the environment) want that."""
import sys

__unittest = True

_CODES = {"pass": "\x1b[32m", "warn": "\x1b[33m", "fail": "\x1b[31m", "detail": "\x1b[1;31m"}


def wanted_by(stream):
    """Tell whether a stream is a terminal that shows colours, unless the environment decides."""
    try:
        from os import environ
    except ImportError:
        return False
    if not sys.flags.ignore_environment:
        chosen = environ.get("PYTHON_COLORS")
        if chosen in ("0", "1"):
            return chosen == "1"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    if environ.get("TERM") == "dumb" or not hasattr(stream, "fileno"):
        return False
    isatty = getattr(stream, "isatty", None)
    return isatty is not None and isatty()


def painter(stream):
    """Give a function that paints a text with a colour's name, or leaves it as it is."""
    return _painted if wanted_by(stream) else _plain


def _painted(colour, text):
    return f"{_CODES[colour]}{text}\x1b[0m"


def _plain(colour, text):
    return text
