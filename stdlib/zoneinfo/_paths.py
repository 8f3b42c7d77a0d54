"""Where the files of time zones are: the folders, the keys in them.

Invariant: a key never leads out of the folders.
"""
import os

_USUAL = "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"
_paths = None


class ZoneInfoNotFoundError(KeyError):
    """There is no time zone of that name."""

    # What tracebacks say of it.
    __module__ = "zoneinfo._common"


class InvalidTZPathWarning(RuntimeWarning):
    """The environment names folders that can't be used."""

    __module__ = "zoneinfo._tzpath"


def current():
    """The folders."""
    if _paths is None:
        _from_environment(4)
    return _paths


def reset_tzpath(to=None):
    """Set the folders; without any, read the environment again."""
    global _paths
    if to is None:
        return _from_environment(4)
    if isinstance(to, (str, bytes)) or not hasattr(to, "__iter__"):
        raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
    paths = [os.fspath(path) for path in to]
    for path in paths:
        if not isinstance(path, str):
            raise TypeError("All elements of a tzpath sequence must be strings or os.PathLike objects which convert "
                            "to strings.")
    wrong = [path for path in paths if not os.path.isabs(path)]
    if wrong:
        raise ValueError(_complaint(wrong))
    _paths = tuple(paths)


def _complaint(wrong):
    return "Paths should be absolute but found the following relative paths:\n    " + "\n    ".join(wrong)


def _from_environment(level):
    global _paths
    text = os.environ.get("PYTHONTZPATH")
    if text is None:
        _paths = _USUAL
        return
    parts = [part for part in text.split(os.pathsep)] if text else []
    wrong = [part for part in parts if not os.path.isabs(part)]
    if wrong:
        import warnings
        warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. " + _complaint(wrong),
                      InvalidTZPathWarning, stacklevel=level)
    _paths = tuple(part for part in parts if os.path.isabs(part))


def _check(key):
    key = os.fspath(key)
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    plain = os.path.normpath(key)
    if len(plain) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if plain == "." or plain.split("/")[0] == "..":
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")


def read(key):
    """The bytes of a time zone's file."""
    _check(key)
    for folder in (*current(), *_package()):
        try:
            with open(os.path.join(folder, key), "rb") as file:
                return file.read()
        except (OSError, ValueError):
            continue
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def _package():
    """The folder in the package `tzdata`, if it is installed."""
    try:
        import tzdata
    except ImportError:
        return ()
    return (os.path.join(os.path.dirname(tzdata.__file__), "zoneinfo"),)


def available_timezones():
    """The keys of all time zones."""
    found = set()
    for folder in _package():
        with open(os.path.join(os.path.dirname(folder), "zones"), encoding="utf-8") as file:
            found.update(line for line in file.read().split("\n") if line)
    for folder in current():
        _collect(folder, "", found)
    return found - {"posixrules"}


def _collect(folder, prefix, found):
    try:
        entries = list(os.scandir(os.path.join(folder, prefix)))
    except OSError:
        return
    for entry in entries:
        key = prefix + entry.name
        if entry.is_dir():
            # These two hold the same zones once more.
            if key not in ("posix", "right"):
                _collect(folder, key + "/", found)
        elif key not in found:
            try:
                with open(entry.path, "rb") as file:
                    if file.read(4) == b"TZif":
                        found.add(key)
            except OSError:
                pass
