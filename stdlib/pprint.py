"""Prints values in lines that fit a width, as expressions that can be read back where that is possible.

Invariant: the text of a value never depends on the stream; it is laid out whole and then written.
"""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *,
           compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes a value in readable lines to a stream, by default to sys.stdout."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Gives the text that pprint() writes, without the last line end."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Does what pprint() does, but leaves dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Gives the repr of a value in one line, with the places marked where it contains itself."""
    return _one_line(PrettyPrinter(), object, {}, None, 0)[0]


def isreadable(object):
    """True if eval() could make the value of its text."""
    return _one_line(PrettyPrinter(), object, {}, None, 0)[1]


def isrecursive(object):
    """True if the value contains itself."""
    return _one_line(PrettyPrinter(), object, {}, None, 0)[2]


class PrettyPrinter:
    """Prints values with one set of options."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *,
                 compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if width == 0:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth, self._compact = indent, width, depth, bool(compact)
        self._sort_dicts, self._underscores = sort_dicts, underscore_numbers
        self._stream = stream
        if stream is None:
            import sys
            self._stream = sys.stdout

    def pprint(self, object):
        """Writes a value and a line end to the stream."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        """Gives the text of a value."""
        layout = _Layout(self)
        layout.value(object, 0, 0, 0)
        return ''.join(layout.pieces)

    def isrecursive(self, object):
        """True if the value contains itself."""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """True if eval() could make the value of its text."""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Gives the text in one line, whether it is readable, and whether it is recursive; made to be overridden."""
        return _one_line(self, object, context, maxlevels, level)


class _Loose:
    """A sort key that puts values in some order even where they have none."""

    __slots__ = 'value',

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        mine, others = self.value, other.value
        try:
            return mine < others
        except TypeError:
            return (str(type(mine)), id(mine)) < (str(type(others)), id(others))


def _first(pair):
    return pair[0]


def _ordered(values):
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=_Loose)


def _ordered_items(items):
    try:
        return sorted(items, key=_first)
    except TypeError:
        return sorted(items, key=lambda pair: _Loose(pair[0]))


def _itself(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


_PLAIN = frozenset((str, bytes, bytearray, float, complex, bool, type(None)))


def _one_line(printer, object, context, maxlevels, level):
    """The text of a value in one line, with flags for readable and for recursive."""
    kind = type(object)
    if kind in _PLAIN:
        return repr(object), True, False
    how = getattr(kind, '__repr__', None)
    if how is int.__repr__ and issubclass(kind, int):
        return f"{object:_d}" if printer._underscores else repr(object), True, False
    if how is dict.__repr__ and issubclass(kind, dict):
        frame, items = '{%s}', object.items
    elif how is list.__repr__ and issubclass(kind, list):
        frame, items = '[%s]', None
    elif how is tuple.__repr__ and issubclass(kind, tuple):
        frame, items = '(%s,)' if len(object) == 1 else '(%s)', None
    else:
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False
    if not object:
        return frame % '', True, False
    identity = id(object)
    if maxlevels and level >= maxlevels:
        return frame % '...', False, identity in context
    if identity in context:
        return _itself(object), False, True
    context[identity] = 1
    texts, readable, recursive = [], True, False
    if items:
        for pair in _ordered_items(items()) if printer._sort_dicts else items():
            key_text, key_readable, key_recursive = printer.format(pair[0], context, maxlevels, level + 1)
            text, item_readable, item_recursive = printer.format(pair[1], context, maxlevels, level + 1)
            texts.append(f'{key_text}: {text}')
            readable = readable and key_readable and item_readable
            recursive = recursive or key_recursive or item_recursive
    else:
        for item in object:
            text, item_readable, item_recursive = printer.format(item, context, maxlevels, level + 1)
            texts.append(text)
            readable = readable and item_readable
            recursive = recursive or item_recursive
    del context[identity]
    return frame % ', '.join(texts), readable, recursive


def _words(line):
    """Cuts a line before each word that follows white space."""
    start, blank = 0, False
    for at, char in enumerate(line):
        if char.isspace():
            blank = True
        elif blank:
            yield line[start:at]
            start, blank = at, False
    if start < len(line):
        yield line[start:]


class _Layout:
    """Lays out one value; in every method `indent` is the column, `room` what must stay free behind the value."""

    def __init__(self, printer):
        self.printer = printer
        self.width, self.step = printer._width, printer._indent
        self.pieces = []
        self.write = self.pieces.append
        self.context = {}
        self.ways = _ways()

    def text(self, object, level):
        return self.printer.format(object, self.context.copy(), self.printer._depth, level)[0]

    def value(self, object, indent, room, level):
        """Writes a value in one line if it fits, else in the way of its type."""
        identity = id(object)
        if identity in self.context:
            self.write(_itself(object))
            return
        text = self.text(object, level)
        if len(text) > self.width - indent - room:
            way = self.ways.get(type(object).__repr__) or (_Layout.dataclass if _has_made_repr(object) else None)
            if way:
                self.context[identity] = 1
                way(self, object, indent, room, level + 1)
                del self.context[identity]
                return
        self.write(text)

    def pad(self):
        if self.step > 1:
            self.write(' ' * (self.step - 1))

    def items(self, values, indent, room, level):
        """Values one below another, or as many in a line as fit when the printer is compact."""
        self.pad()
        indent += self.step
        values = list(values)
        last = len(values) - 1
        newline = ',\n' + ' ' * indent
        whole = left = self.width - indent + 1
        between = ''
        for number, value in enumerate(values):
            after = 1
            if number == last:
                whole, left, after = whole - room, left - room, room
            if self.printer._compact:
                text = self.text(value, level)
                need = len(text) + 2
                if need > left:
                    left = whole
                    between = between and newline
                if need <= left:
                    left -= need
                    self.write(between + text)
                    between = ', '
                    continue
            self.write(between)
            between = newline
            self.value(value, indent, after, level)

    def pairs(self, items, indent, room, level):
        """Keys and values of a dict, one pair in a line."""
        indent += self.step
        newline = ''
        left = len(items)
        for key, value in items:
            left -= 1
            text = self.text(key, level)
            self.write(newline + text + ': ')
            self.value(value, indent + len(text) + 2, 1 if left else room, level)
            newline = ',\n' + ' ' * indent

    def fields(self, name, items, indent, room, level):
        """A call with keyword arguments, one in a line."""
        indent += len(name) + 1
        self.write(name + '(')
        newline = ''
        left = len(items)
        for key, value in items:
            left -= 1
            self.write(newline + key + '=')
            if id(value) in self.context:
                self.write('...')
            else:
                self.value(value, indent + len(key) + 1, 1 if left else room, level)
            newline = ',\n' + ' ' * indent
        self.write(')')

    def inside(self, name, value, indent, room, level):
        """A call with one argument."""
        self.write(name + '(')
        self.value(value, indent + len(name) + 1, room + 1, level)
        self.write(')')

    def dict(self, object, indent, room, level):
        self.write('{')
        self.pad()
        items = object.items()
        if object:
            self.pairs(_ordered_items(items) if self.printer._sort_dicts else items, indent, room + 1, level)
        self.write('}')

    def list(self, object, indent, room, level):
        self.write('[')
        self.items(object, indent, room + 1, level)
        self.write(']')

    def tuple(self, object, indent, room, level):
        end = ',)' if len(object) == 1 else ')'
        self.write('(')
        self.items(object, indent, room + len(end), level)
        self.write(end)

    def set(self, object, indent, room, level):
        if not object:
            self.write(repr(object))
            return
        begin, end = '{', '}'
        if type(object) is not set:
            begin, end = type(object).__name__ + '({', '})'
        self.write(begin)
        self.items(_ordered(object), indent + len(begin) - 1, room + len(end), level)
        self.write(end)

    def quoted(self, texts, indent, level):
        """String literals one below another, in parentheses if nothing else stands around them."""
        joined = ('\n' + ' ' * indent).join(texts)
        self.write(f'({joined})' if level == 1 else joined)

    def str(self, object, indent, room, level):
        if not object:
            self.write(repr(object))
            return
        inner, inner_room = (indent + 1, room + 1) if level == 1 else (indent, room)
        width = self.width - inner
        texts = []
        lines = object.splitlines(True)
        for number, line in enumerate(lines, 1):
            end = inner_room if number == len(lines) else 0
            if len(repr(line)) <= width - end:
                texts.append(repr(line))
                continue
            words = [*_words(line)]
            taken = ''
            for word_number, word in enumerate(words, 1):
                limit = width - end if word_number == len(words) else width
                if taken and len(repr(taken + word)) > limit:
                    texts.append(repr(taken))
                    taken = word
                else:
                    taken += word
            if taken:
                texts.append(repr(taken))
        if len(texts) == 1:
            self.write(texts[0])
        else:
            self.quoted(texts, inner, level)

    def bytes(self, object, indent, room, level):
        if len(object) <= 4:
            self.write(repr(object))
            return
        if level == 1:
            indent, room = indent + 1, room + 1
        width = self.width - indent
        texts = []
        taken = b''
        for start in range(0, len(object), 4):
            four = object[start:start + 4]
            # Only a last group that is not full makes room for what follows.
            if len(four) < 4:
                width -= room
            if taken and len(repr(taken + four)) > width:
                texts.append(repr(taken))
                taken = four
            else:
                taken += four
        texts.append(repr(taken))
        self.quoted(texts, indent, level)

    def bytearray(self, object, indent, room, level):
        self.write('bytearray(')
        self.bytes(bytes(object), indent + 10, room + 1, level + 1)
        self.write(')')

    def mappingproxy(self, object, indent, room, level):
        self.inside('mappingproxy', object.copy(), indent, room, level)

    def namespace(self, object, indent, room, level):
        kind = type(object)
        name = 'namespace' if kind.__name__ == 'SimpleNamespace' and kind.__module__ == 'types' else kind.__name__
        self.fields(name, object.__dict__.items(), indent, room, level)

    def dataclass(self, object, indent, room, level):
        from dataclasses import fields
        shown = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
        self.fields(type(object).__name__, shown, indent, room, level)

    def ordered_dict(self, object, indent, room, level):
        if object:
            self.inside(type(object).__name__, list(object.items()), indent, room, level)
        else:
            self.write(repr(object))

    def default_dict(self, object, indent, room, level):
        if not object:
            self.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        self.write(f"{name}({self.text(object.default_factory, level)},\n{' ' * indent}")
        self.dict(object, indent, room + 1, level)
        self.write(')')

    def counter(self, object, indent, room, level):
        if not object:
            self.write(repr(object))
            return
        name = type(object).__name__
        self.write(name + '({')
        self.pad()
        self.pairs(object.most_common(), indent + len(name) + 1, room + 2, level)
        self.write('})')

    def chain_map(self, object, indent, room, level):
        if not object.maps:
            self.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        self.write(name + '(')
        *others, last = object.maps
        for mapping in others:
            self.value(mapping, indent, 1, level)
            self.write(',\n' + ' ' * indent)
        self.value(last, indent, room + 1, level)
        self.write(')')

    def deque(self, object, indent, room, level):
        if not object:
            self.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        self.write(name + '([')
        if object.maxlen is None:
            self.items(object, indent, room + 2, level)
            self.write('])')
        else:
            self.items(object, indent, 2, level)
            self.write(f"],\n{' ' * indent}maxlen={self.text(object.maxlen, level)})")

    def user(self, object, indent, room, level):
        # UserDict, UserList and UserString show nothing of themselves.
        self.value(object.data, indent, room, level - 1)


def _has_made_repr(object):
    """True for an object whose repr was written by the dataclass decorator."""
    parameters = getattr(type(object), '__dataclass_params__', None)
    if parameters is None or not parameters.repr:
        return False
    made = getattr(object.__repr__, '__wrapped__', None)
    return made is not None and '__create_fn__' in made.__qualname__


def _ways():
    """The way to lay out a type that has a given __repr__; a module that nobody has imported has no objects."""
    import sys
    ways = _BUILTIN.copy()
    types = sys.modules.get('types')
    if types:
        ways[types.SimpleNamespace.__repr__] = _Layout.namespace
    collections = sys.modules.get('collections')
    if collections:
        for name, way in _COLLECTIONS.items():
            kind = getattr(collections, name, None)
            if kind:
                ways[kind.__repr__] = way
    return ways


_BUILTIN = {
    dict.__repr__: _Layout.dict, list.__repr__: _Layout.list, tuple.__repr__: _Layout.tuple,
    set.__repr__: _Layout.set, frozenset.__repr__: _Layout.set, str.__repr__: _Layout.str,
    bytes.__repr__: _Layout.bytes, bytearray.__repr__: _Layout.bytearray,
    type(type.__dict__).__repr__: _Layout.mappingproxy,
}

_COLLECTIONS = {
    'OrderedDict': _Layout.ordered_dict, 'defaultdict': _Layout.default_dict, 'Counter': _Layout.counter,
    'ChainMap': _Layout.chain_map, 'deque': _Layout.deque,
    'UserDict': _Layout.user, 'UserList': _Layout.user, 'UserString': _Layout.user,
}
