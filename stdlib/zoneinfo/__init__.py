"""Time zones from the system's files: the class, and where the files are looked for.

Invariant: `TZPATH` is a tuple of absolute paths, read from the environment when it is first needed.
"""
from . import _paths
from ._paths import InvalidTZPathWarning, ZoneInfoNotFoundError, available_timezones, reset_tzpath
from ._zone import ZoneInfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError",
           "InvalidTZPathWarning"]


def __getattr__(name):
    if name == "TZPATH":
        return _paths.current()
    raise AttributeError(f"module 'zoneinfo' has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), "TZPATH"])
