"""Template and Formatter of the module string.

Invariant: a template class that keeps the usual forms of names is read by hand; only one that changes them needs `re`.
"""

_ID_PATTERN = r'(?a:[_a-z][_a-z0-9]*)'
_ID_START = frozenset('_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
_ID_CHARS = _ID_START | frozenset('0123456789')


class _Pattern:
    """The regular expression of a template class, made when somebody asks for it."""

    def __get__(self, instance, owner=None):
        owner = owner or type(instance)
        if '_compiled' not in owner.__dict__:
            owner._compiled = _compile(owner)
        return owner._compiled


def _compile(owner, pattern=None):
    import re
    if pattern is None:
        mark, name = re.escape(owner.delimiter), owner.idpattern
        inner = owner.braceidpattern or name
        pattern = f'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{inner})}}|(?P<invalid>))'
    return re.compile(pattern, (re.IGNORECASE if owner.flags is None else owner.flags) | re.VERBOSE)


class Template:
    """A string with $-placeholders."""

    __module__ = 'string'

    delimiter = '$'
    idpattern = _ID_PATTERN
    braceidpattern = None
    # None stands for re.IGNORECASE, which would have to be imported.
    flags = None
    pattern = _Pattern()
    _by_hand = True

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            cls._by_hand = False
            cls.pattern = _compile(cls, cls.pattern)
            return
        cls.pattern = _Pattern()
        cls._by_hand = cls.braceidpattern is None and cls.idpattern == _ID_PATTERN and cls.flags in (None, 2)
        if not cls._by_hand:
            # What is wrong with the forms of names is an error of the class.
            cls.pattern

    def __init__(self, template):
        self.template = template

    def _places(self):
        """Yields kind, name, start and end of each placeholder, and where one that is none would have its name."""
        text = self.template
        if not isinstance(text, str):
            if isinstance(text, (bytes, bytearray)):
                raise TypeError('cannot use a string pattern on a bytes-like object')
            raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
        return self._read() if self._by_hand else self._search()

    def _read(self):
        text, mark = self.template, self.delimiter
        start = text.find(mark)
        while start >= 0:
            inner = end = start + len(mark)
            kind, name, braced = 'invalid', None, text[end:end + 1] == '{'
            if text.startswith(mark, end):
                kind, end = 'escaped', end + len(mark)
            elif text[end + braced:end + braced + 1] in _ID_START:
                first = end + braced
                last = first + 1
                while last < len(text) and text[last] in _ID_CHARS:
                    last += 1
                if not braced or text[last:last + 1] == '}':
                    kind, name, end = 'named', text[first:last], last + braced
            yield kind, name, start, end, inner
            start = text.find(mark, end)

    def _search(self):
        for found in self.pattern.finditer(self.template):
            name = found.group('named') or found.group('braced')
            if name is not None:
                kind = 'named'
            elif found.group('escaped') is not None:
                kind = 'escaped'
            elif found.group('invalid') is not None:
                kind = 'invalid'
            else:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            yield kind, name, *found.span(), found.start('invalid') if kind == 'invalid' else None

    def _fill(self, mapping, named, safe):
        pieces, done = [], 0
        for kind, name, start, end, inner in self._places():
            pieces.append(self.template[done:start])
            done = end
            if kind == 'escaped':
                pieces.append(self.delimiter)
                continue
            if kind == 'named':
                try:
                    pieces.append(str(named[name] if name in named else mapping[name]))
                    continue
                except KeyError:
                    if not safe:
                        raise
            elif not safe:
                self._refuse(inner)
            pieces.append(self.template[start:end])
        return ''.join(pieces) + self.template[done:]

    def _refuse(self, at):
        *before, line = self.template[:at].splitlines(keepends=True) or ('.',)
        raise ValueError(f'Invalid placeholder in string: line {len(before) + 1}, col {len(line)}')

    def substitute(self, mapping={}, /, **kws):
        """Fills the placeholders; a name that is missing is a KeyError."""
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """Fills the placeholders and leaves those that it cannot fill."""
        return self._fill(mapping, kws, True)

    def is_valid(self):
        """True if substitute() would accept the template."""
        return all([place[0] != 'invalid' for place in self._places()])

    def get_identifiers(self):
        """Lists the names of the template in the order in which they first come."""
        return list(dict.fromkeys([place[1] for place in self._places() if place[0] == 'named']))


def _parse(text):
    """Yields (literal, field name, format spec, conversion) for each piece of a format string."""
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    return _pieces(text)


def _pieces(text):
    at, size = 0, len(text)
    while at < size:
        opening, closing = text.find('{', at), text.find('}', at)
        if opening < 0 and closing < 0:
            yield text[at:], None, None, None
            return
        brace = closing if opening < 0 or 0 <= closing < opening else opening
        if text[brace] == text[brace + 1:brace + 2]:
            yield text[at:brace + 1], None, None, None
            at = brace + 2
        elif text[brace] == '}' or brace + 1 == size:
            raise ValueError(f"Single '{text[brace]}' encountered in format string")
        else:
            name, spec, conversion, end = _field(text, brace + 1)
            yield text[at:brace], name, spec, conversion
            at = end


def _field(text, start):
    """The parts of the replacement field behind an opening brace, and where it ends."""
    at, size, char = start, len(text), ''
    while at < size:
        char = text[at]
        if char in '}:!':
            break
        if char == '{':
            raise ValueError("unexpected '{' in field name")
        if char == '[':
            # An index may hold anything but its own end.
            at = text.find(']', at)
            if at < 0:
                at = size
                break
        at += 1
    if at >= size:
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if char == '!':
        if at + 1 == size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at + 1]
        at += 2
        if text[at:at + 1] == '}':
            return name, '', conversion, at + 1
        if at < size and text[at] != ':':
            raise ValueError("expected ':' after conversion specifier")
    elif char == '}':
        return name, '', None, at + 1
    first = at = at + 1
    depth = 1
    while at < size:
        if text[at] == '{':
            depth += 1
        elif text[at] == '}':
            depth -= 1
            if not depth:
                return name, text[first:at], conversion, at + 1
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _index(text):
    """A number, if the text is one."""
    return int(text) if text.isdecimal() else text


def _split_name(name):
    """The first part of a field's name and an iterator over the rest: (True, attribute) or (False, index)."""
    if not isinstance(name, str):
        raise TypeError(f'expected str, got {type(name).__name__}')
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    return _index(name[:end]), _steps(name, end)


def _steps(name, at):
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            step, after = (True, name[at + 1:end]), end
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            step, after = (False, _index(name[at + 1:end])), end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if end == at + 1:
            raise ValueError("Empty attribute in format string")
        yield step
        at = after


class Formatter:
    """Does what str.format() does, step by step in methods that can be overridden."""

    __module__ = 'string'

    def format(self, format_string, /, *args, **kwargs):
        """Fills a format string with the arguments."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """Fills a format string with a sequence and a mapping of arguments."""
        text, _ = self._expand(format_string, args, kwargs, used := set(), 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _expand(self, text, args, kwargs, used, depth, number):
        """The text filled and the number of the next field without a name; False once fields have had numbers."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                pieces.append(literal)
            if name is None:
                continue
            first = _split_name(name)[0]
            if first == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(number) + name
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._expand(spec, args, kwargs, used, depth - 1, number)
            pieces.append(self.format_field(value, spec))
        return ''.join(pieces), number

    def get_value(self, key, args, kwargs):
        """Finds an argument by its number or its name."""
        return (args if isinstance(key, int) else kwargs)[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called at the end with the set of the numbers and names that were used."""

    def format_field(self, value, format_spec):
        """Formats one value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """Converts a value as the letter behind '!' tells."""
        if conversion is None:
            return value
        convert = {'s': str, 'r': repr, 'a': ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return convert(value)

    def parse(self, format_string):
        """Iterates over (literal, field name, format spec, conversion)."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """Finds the value that a field's name stands for, and the number or name of its argument."""
        first, steps = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value, first
