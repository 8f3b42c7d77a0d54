"""Regular expressions: patterns are compiled once and kept, up to a number."""

import _sre
from _sre import Match, Pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

_FLAGS = {
    "NOFLAG": 0, "ASCII": 256, "A": 256, "IGNORECASE": 2, "I": 2, "LOCALE": 4, "L": 4, "UNICODE": 32, "U": 32, "MULTILINE": 8,
    "M": 8, "DOTALL": 16, "S": 16, "VERBOSE": 64, "X": 64, "DEBUG": 128,
}
_MOST = 512
_kept = {}


def __getattr__(name):
    # The flags are members of an enumeration, which few scripts need.
    if name != "RegexFlag" and name not in _FLAGS:
        raise AttributeError(f"module 're' has no attribute {name!r}")
    import enum

    flags = enum.IntFlag("RegexFlag", _FLAGS, module="re", boundary=enum.KEEP)
    flags.__str__ = flags.__repr__ = enum.global_flag_repr
    flags.__doc__ = None
    globals().update({flag: flags[flag] for flag in _FLAGS}, RegexFlag=flags)
    return globals()[name]


class PatternError(Exception):
    """A pattern is not one: what is wrong with it, and where."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            line_end = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(line_end, 0, pos) + 1
            self.colno = pos - pattern.rfind(line_end, 0, pos)
            msg = f"{msg} at position {pos}"
            if line_end in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


def compile(pattern, flags=0):
    """The compiled pattern."""
    return _compile(pattern, flags)


def _compile(pattern, flags):
    try:
        return _kept[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    number = int(flags)
    if number & 128:
        raise ValueError("acli has no re.DEBUG: leave the flag out")
    made = _sre.compile(pattern, number)
    told = _sre.warnings(made)
    if told:
        import warnings

        for message in told:
            warnings.warn(message, FutureWarning, stacklevel=3)
    if len(_kept) >= _MOST:
        # The oldest goes.
        del _kept[next(iter(_kept))]
    _kept[type(pattern), pattern, flags] = made
    return made


def purge():
    """Forgets the patterns that are kept."""
    _kept.clear()


def match(pattern, string, flags=0):
    """The match at the beginning of a string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of a whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in a string, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """The texts of all matches, or of their groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


class _Zero(int):
    """Stands for an argument that was not given."""


_zero = _Zero()


def _positional(function, names, given, values):
    """The values of arguments that may still be given by position."""
    fixed = 2 if function == "split" else 3
    if len(given) > len(names):
        most = fixed + len(names)
        raise TypeError(
            f"{function}() takes from {fixed} to {most} positional arguments but {fixed + len(given)} were given"
        )
    for place, value in enumerate(given):
        if values[place] is not _zero:
            raise TypeError(f"{function}() got multiple values for argument {names[place]!r}")
        values[place] = value
    import warnings

    warnings.warn(f"{names[0]!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return values


def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
    """A string with replacements for the matches: a template, or what a function gives for each."""
    if args:
        count, flags = _positional("sub", ("count", "flags"), args, [count, flags])
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
    """As `sub`, with the number of replacements."""
    if args:
        count, flags = _positional("subn", ("count", "flags"), args, [count, flags])
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
    """The text between the matches, and the texts of their groups."""
    if args:
        maxsplit, flags = _positional("split", ("maxsplit", "flags"), args, [maxsplit, flags])
    return _compile(pattern, flags).split(string, maxsplit)


for _function in (sub, subn, split):
    _names = "(pattern, repl, string, count=0, flags=0)" if _function is not split else "(pattern, string, maxsplit=0, flags=0)"
    _function.__text_signature__ = _names
del _function, _names

_SPECIAL = {ord(letter): "\\" + letter for letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """A pattern that matches a text as it stands."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


class Scanner:
    """Takes a string apart by patterns, each with what is to be done with its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon, self.match = lexicon, None
        self._phrases = [(_compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        """What the actions gave, and the rest that no pattern matches."""
        results, at = [], 0
        while True:
            for phrase, action in self._phrases:
                found = phrase.match(string, at)
                if found is not None:
                    break
            else:
                break
            if found.end() == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                results.append(action)
            at = found.end()
        return results, string[at:]
