"""Asks for a password without showing it, and says who is at the terminal.

Invariant: the terminal is set back to what it was, whatever happens.
"""
import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """A password can't be hidden."""


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    """Ask for a password; `echo_char` is shown for each character of it."""
    if echo_char is not None and not isinstance(echo_char, str):
        raise TypeError(f"'echo_char' must be a str or None, not {type(echo_char).__name__}")
    if echo_char is not None and not (len(echo_char) == 1 and echo_char.isascii()
                                      and echo_char.isprintable()):
        raise ValueError(f"'echo_char' must be a single printable ASCII character, got: {echo_char!r}")
    import warnings
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    out = sys.stderr if stream is None else stream
    print("Warning: Password input may be echoed.", file=out)
    out.write(str(prompt))
    out.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The name of the user: what the environment says, else what the system says."""
    said = filter(None, map(os.environ.get, ("LOGNAME", "USER", "LNAME", "USERNAME")))
    if (name := next(said, None)) is not None:
        return name
    from pwd import getpwuid
    try:
        return getpwuid(os.getuid())[0]
    except KeyError as error:
        raise OSError("No username set in the environment") from error
