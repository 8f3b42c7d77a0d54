"""Compares names with patterns of a Unix shell: '*', '?', '[seq]' and '[!seq]'.

Invariant: a pattern is read once into the pieces between its stars; matching and translate() both go by these.
"""

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]

_SPECIAL = frozenset('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')

# The pieces of the patterns seen lately.
_known = {}


class _Any:
    """What '?' stands for."""

    expression = '.'

    def takes(self, char):
        return True


class _None:
    """What a set of nothing stands for."""

    expression = '(?!)'

    def takes(self, char):
        return False


class _Set:
    """What '[seq]' stands for; the chunks are what stands between the hyphens that mean ranges."""

    def __init__(self, negated, chunks):
        self.negated = negated
        self.chars = frozenset(''.join(chunks))
        self.ranges = [(low[-1], high[0]) for low, high in zip(chunks, chunks[1:])]
        inner = '-'.join([''.join(['\\' + char if char in '\\-&~|' else char for char in chunk]) for chunk in chunks])
        if negated:
            inner = '^' + inner
        elif inner[0] in '^[':
            inner = '\\' + inner
        self.expression = f'[{inner}]'

    def takes(self, char):
        if char in self.chars:
            return not self.negated
        for low, high in self.ranges:
            if low <= char <= high:
                return not self.negated
        return self.negated


def _set(text):
    """The item for the text between brackets."""
    chunks, start = [], 0
    hyphen = text.find('-', 2 if text[0] == '!' else 1)
    while hyphen >= 0:
        chunks.append(text[start:hyphen])
        start = hyphen + 1
        hyphen = text.find('-', hyphen + 3)
    if start < len(text):
        chunks.append(text[start:])
    else:
        # A hyphen at the end means itself.
        chunks[-1] += '-'
    for at in range(len(chunks) - 1, 0, -1):
        if chunks[at - 1][-1] > chunks[at][0]:
            # A range of nothing goes, and both of its ends.
            chunks[at - 1:at + 1] = [chunks[at - 1][:-1] + chunks[at][1:]]
    if chunks == ['']:
        return _None
    if chunks == ['!']:
        return _Any
    negated = chunks[0].startswith('!')
    if negated:
        chunks[0] = chunks[0][1:]
    return _Set(negated, chunks)


_Any, _None = _Any(), _None()


def _read(pattern):
    """The pieces between the stars: lists of single characters and of items that take a character."""
    pieces, at, size = [[]], 0, len(pattern)
    while at < size:
        char = pattern[at]
        at += 1
        if char == '*':
            if pattern[at - 2:at - 1] != '*' or len(pieces) == 1 or pieces[-1]:
                pieces.append([])
            continue
        if char == '?':
            char = _Any
        elif char == '[':
            # A bracket right at the beginning belongs to the set.
            first = at + 1 if pattern[at:at + 1] == '!' else at
            end = pattern.find(']', first + 1 if pattern[first:first + 1] == ']' else first)
            if end >= 0:
                char = _set(pattern[at:end])
                at = end + 1
        pieces[-1].append(char)
    return pieces


def _compiled(pattern):
    """The pieces of a pattern for matching, plain text as a string; the pattern may be of bytes."""
    try:
        return _known[pattern]
    except KeyError:
        pass
    pieces = _read(str(pattern, 'latin-1') if isinstance(pattern, bytes) else pattern)
    made = tuple([''.join(piece) if all([type(item) is str for item in piece]) else tuple(piece) for piece in pieces])
    if len(_known) >= 4096:
        _known.clear()
    _known[pattern] = made
    return made


def _fits(piece, name, at):
    """True if the piece stands at this place of the name, where enough of it is left."""
    if type(piece) is str:
        return name.startswith(piece, at)
    for item in piece:
        if name[at] != item if type(item) is str else not item.takes(name[at]):
            return False
        at += 1
    return True


def _matches(pieces, name):
    first, size = pieces[0], len(name)
    if len(pieces) == 1:
        return len(first) == size and _fits(first, name, 0)
    last = pieces[-1]
    end = size - len(last)
    at = len(first)
    if at > end or not _fits(first, name, 0) or not _fits(last, name, end):
        return False
    # Each piece between stars as early as it can be: that leaves most to the others.
    for piece in pieces[1:-1]:
        if type(piece) is str:
            at = name.find(piece, at, end)
            if at < 0:
                return False
        else:
            while at + len(piece) <= end and not _fits(piece, name, at):
                at += 1
            if at + len(piece) > end:
                return False
        at += len(piece)
    return True


def _matcher(pattern):
    """A function that tells whether a name matches, and that refuses names of another kind than the pattern."""
    pieces = _compiled(pattern)
    if isinstance(pattern, bytes):
        def match(name):
            if isinstance(name, (bytes, bytearray)):
                return _matches(pieces, str(name, 'latin-1'))
            _refuse(name, 'cannot use a bytes pattern on a string-like object', str)
    else:
        def match(name):
            if isinstance(name, str):
                return _matches(pieces, name)
            _refuse(name, 'cannot use a string pattern on a bytes-like object', (bytes, bytearray))
    return match


def _refuse(name, message, other_kinds):
    if isinstance(name, other_kinds):
        raise TypeError(message)
    raise TypeError(f"expected string or bytes-like object, got '{type(name).__name__}'")


def _path(value):
    """The name of a path, as os.fspath() gives it."""
    if isinstance(value, (str, bytes)):
        return value
    kind = type(value)
    if not hasattr(kind, '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {kind.__name__}')
    name = kind.__fspath__(value)
    if not isinstance(name, (str, bytes)):
        raise TypeError(f'expected {kind.__name__}.__fspath__() to return str or bytes, not {type(name).__name__}')
    return name


def fnmatch(name, pat):
    """True if a name matches a pattern in the way of the system, which tells whether case matters."""
    return fnmatchcase(_path(name), _path(pat))


def fnmatchcase(name, pat):
    """True if a name matches a pattern; case matters."""
    return _matcher(pat)(name)


def filter(names, pat):
    """Lists the names that match a pattern."""
    match = _matcher(_path(pat))
    return [name for name in names if match(name)]


def filterfalse(names, pat):
    """Lists the names that do not match a pattern."""
    match = _matcher(_path(pat))
    return [name for name in names if not match(name)]


def translate(pat):
    """Makes the regular expression, to be used with match(), that means the same as a pattern."""
    texts = []
    for piece in _read(pat):
        texts.append(''.join([item.expression if type(item) is not str else '\\' + item if item in _SPECIAL else item
                              for item in piece]))
    if len(texts) > 1:
        # A piece between stars is never sought again once it is found.
        middle = ''.join([f'(?>.*?{text})' for text in texts[1:-1]])
        texts = [texts[0], middle, '.*', texts[-1]]
    return f"(?s:{''.join(texts)})\\z"
