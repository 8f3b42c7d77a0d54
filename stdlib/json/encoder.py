"""The encoder of JSON.

Invariant: encode() and iterencode() write the same text; the one all at once, the other in pieces as values are met.
"""

_SHORT = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
# For str.translate(): what has to be escaped whatever the encoding.
_ESCAPES = {code: f'\\u{code:04x}' for code in range(32)} | {ord(char): text for char, text in _SHORT.items()}

_INFINITY = float('inf')


def encode_basestring(s, /):
    """Makes a JSON string that keeps all characters but those that must be escaped."""
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    if s.isprintable() and '"' not in s and '\\' not in s:
        return ''.join(('"', s, '"'))
    return f'"{s.translate(_ESCAPES)}"'


def encode_basestring_ascii(s, /):
    """Makes a JSON string of ASCII alone."""
    text = encode_basestring(s)
    if text.isascii() and '\x7f' not in text:
        return text
    pieces = []
    for char in text:
        code = ord(char)
        if code < 0x7f:
            pieces.append(char)
        elif code < 0x10000:
            pieces.append(f'\\u{code:04x}')
        else:
            code -= 0x10000
            pieces.append(f'\\u{0xd800 + (code >> 10):04x}\\u{0xdc00 + (code & 0x3ff):04x}')
    return ''.join(pieces)


class JSONEncoder:
    """Turns objects into JSON."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        if default is not None:
            self.default = default
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            # Where lines end, no blank is wanted.
            self.item_separator = ','
        self.indent, self.sort_keys, self.skipkeys = indent, sort_keys, skipkeys
        self.ensure_ascii, self.allow_nan, self.check_circular = ensure_ascii, allow_nan, check_circular

    def default(self, o):
        """Gives something that can be encoded in place of o; made to be overridden."""
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        """Gives the JSON text of a value."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Gives the JSON text of a value in pieces."""
        writing = _Writing(self)
        if _one_shot:
            pieces = []
            writing.append(o, pieces.append, 0)
            return tuple(pieces)
        return writing.iterate(o, 0)


def _full_name(value):
    """The name of a value's type with its module."""
    kind = type(value)
    module = kind.__module__
    return kind.__qualname__ if module in ('builtins', '__main__') else f'{module}.{kind.__qualname__}'


class _Writing:
    """The settings of an encoder for one text, and the containers that are open in it."""

    def __init__(self, encoder):
        self.default, self.skipkeys, self.sort_keys = encoder.default, encoder.skipkeys, encoder.sort_keys
        self.allow_nan = encoder.allow_nan
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.item_separator, self.key_separator = encoder.item_separator, encoder.key_separator
        indent = encoder.indent
        self.indent = ' ' * indent if indent is not None and not isinstance(indent, str) else indent
        self.open = {} if encoder.check_circular else None

    def float(self, number):
        if number != number or number in (_INFINITY, -_INFINITY):
            if not self.allow_nan:
                raise ValueError(f'Out of range float values are not JSON compliant: {float.__repr__(number)}')
            return 'NaN' if number != number else 'Infinity' if number > 0 else '-Infinity'
        return float.__repr__(number)

    def simple(self, value):
        """The text of a value that holds no others; None for one that may."""
        if isinstance(value, str):
            return self.string(value)
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if isinstance(value, int):
            return int.__repr__(value)
        return self.float(value) if isinstance(value, float) else None

    def key(self, key):
        """The string for a key of a dict; None for one that is skipped."""
        if isinstance(key, str):
            return key
        text = self.simple(key)
        if text is None and not self.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
        return text

    def enter(self, value):
        if self.open is not None:
            if id(value) in self.open:
                raise ValueError('Circular reference detected')
            self.open[id(value)] = value

    def leave(self, value):
        if self.open is not None:
            del self.open[id(value)]

    def breaks(self, level):
        """What stands behind an opening bracket, between two items, and before the closing one."""
        if self.indent is None:
            return '', self.item_separator, ''
        line = '\n' + self.indent * (level + 1)
        return line, self.item_separator + line, '\n' + self.indent * level

    def append(self, value, write, level):
        """Writes a value with everything in it."""
        text = self.simple(value)
        if text is not None:
            write(text)
        elif isinstance(value, (list, tuple)):
            self.append_items(value, write, level)
        elif isinstance(value, dict):
            self.append_members(value, write, level)
        else:
            self.enter(value)
            other = self.default(value)
            try:
                self.append(other, write, level)
            except BaseException as error:
                error.add_note(f'when serializing {_full_name(value)} object')
                raise
            self.leave(value)

    def append_items(self, values, write, level):
        # What a subclass iterates over counts, also when it decides whether there is anything.
        held = values if type(values) in (list, tuple) else list(values)
        if not held:
            write('[]')
            return
        self.enter(values)
        before, between, after = self.breaks(level)
        before = '[' + before
        number = 0
        try:
            for number, item in enumerate(held):
                write(before)
                before = between
                self.append(item, write, level + 1)
        except BaseException as error:
            error.add_note(f'when serializing {_full_name(values)} item {number}')
            raise
        self.leave(values)
        write(after + ']')

    def append_members(self, values, write, level):
        if not dict.__len__(values):
            write('{}')
            return
        self.enter(values)
        start, between, after = self.breaks(level)
        before = '{' + start
        for key, item in sorted(values.items()) if self.sort_keys else values.items():
            text = self.key(key)
            if text is None:
                continue
            write(before + self.string(text) + self.key_separator)
            before = between
            try:
                self.append(item, write, level + 1)
            except BaseException as error:
                error.add_note(f'when serializing {_full_name(values)} item {key!r}')
                raise
        self.leave(values)
        write('{}' if before != between else after + '}')

    def iterate(self, value, level):
        """Yields the pieces of a value."""
        text = self.simple(value)
        if text is not None:
            yield text
        elif isinstance(value, (list, tuple)):
            yield from self.iterate_items(value, level)
        elif isinstance(value, dict):
            yield from self.iterate_members(value, level)
        else:
            self.enter(value)
            other = self.default(value)
            try:
                yield from self.iterate(other, level)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(value).__name__} object')
                raise
            self.leave(value)

    def iterate_items(self, values, level):
        if not values:
            yield '[]'
            return
        self.enter(values)
        start, between, after = self.breaks(level)
        before = '[' + start
        number = 0
        try:
            for number, item in enumerate(values):
                text = self.simple(item)
                # A simple item makes one piece with what stands before it.
                yield before if text is None else before + text
                before = between
                if text is None:
                    yield from self.iterate(item, level + 1)
        except GeneratorExit:
            raise
        except BaseException as error:
            error.add_note(f'when serializing {type(values).__name__} item {number}')
            raise
        self.leave(values)
        if after:
            yield after
        yield ']'

    def iterate_members(self, values, level):
        if not values:
            yield '{}'
            return
        self.enter(values)
        yield '{'
        before, between, after = self.breaks(level)
        first = True
        for key, item in sorted(values.items()) if self.sort_keys else values.items():
            text = self.key(key)
            if text is None:
                continue
            if before:
                yield before
            first, before = False, between
            yield self.string(text)
            yield self.key_separator
            try:
                yield from self.iterate(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(values).__name__} item {text!r}')
                raise
        self.leave(values)
        if after and not first:
            yield after
        yield '}'
