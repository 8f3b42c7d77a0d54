"""The decoder of JSON.

Invariant: a decoder takes its settings when it is made; scan_once is the function that reads by them.
"""

from .scanner import make_scanner, scanstring, skip_blanks

__all__ = ['JSONDecoder', 'JSONDecodeError']

_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}


class JSONDecodeError(ValueError):
    """Text that is not JSON, with the place of the mistake."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Turns JSON into objects."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.scan_once = make_scanner(self)

    def decode(self, s):
        """Gives the value of a text that holds nothing else."""
        value, end = self.raw_decode(s, skip_blanks(s, 0))
        end = skip_blanks(s, end)
        if end < len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Gives the value that begins at a place of a text, and the place behind it."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as stopped:
            mistake = JSONDecodeError("Expecting value", s, stopped.value)
            raise mistake from None
