"""Reads rows.

Invariant: between two rows the state is _BEGIN, the field is empty and no fields are kept.
"""

from csv._rules import (Error, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, rules_of)

(_BEGIN, _FIELD_BEGIN, _ESCAPED, _PLAIN, _QUOTED, _QUOTED_ESCAPED, _QUOTE_SEEN, _AFTER_END,
 _AFTER_ESCAPED_END) = range(9)

_limit = 131072


def field_size_limit(*args):
    """The longest field that is read; sets another one if it is given."""
    global _limit
    if len(args) > 1:
        raise TypeError(f'field_size_limit() takes at most 1 argument ({len(args)} given)')
    old = _limit
    if args:
        if not isinstance(args[0], int):
            raise TypeError('limit must be an integer')
        _limit = args[0]
    return old


class reader:
    """The rows of an iterable of lines."""

    __module__ = '_csv'

    def __init__(self, *args, **fmtparams):
        if not args:
            raise TypeError('reader expected at least 1 argument, got 0')
        self._lines = iter(args[0])
        rules = self.dialect = rules_of(args[1] if len(args) > 1 else fmtparams.pop('dialect', 'excel'), fmtparams)
        self.line_num = 0
        self._delimiter, self._quote, self._escape = rules.delimiter, rules.quotechar, rules.escapechar
        self._quoting = rules.quoting
        if self._quoting == QUOTE_NONE:
            self._quote = None
        self._short_way = self._quoting in (QUOTE_MINIMAL, QUOTE_NONE) and not rules.skipinitialspace
        self._state, self._field, self._fields, self._bare = _BEGIN, [], [], False

    def __iter__(self):
        return self

    def __next__(self):
        self._state, self._field, self._fields, self._bare = _BEGIN, [], [], False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _QUOTED:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._end_field()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            if self._short_way and self._state == _BEGIN:
                row = self._split(line)
                if row is not None:
                    return row
            self._take(line)
            if self._state == _BEGIN:
                return self._fields

    def _split(self, line):
        """The fields of a line that holds nothing special, or None."""
        if (self._quote is not None and self._quote in line) or (self._escape is not None and self._escape in line):
            return None
        if line[-1:] == '\n':
            line = line[:-2] if line[-2:] == '\r\n' else line[:-1]
        if len(line) > _limit or '\n' in line or '\r' in line:
            return None
        return line.split(self._delimiter) if line else []

    def _add(self, char):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field.append(char)

    def _end_field(self):
        text = ''.join(self._field)
        if self._bare and self._quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS, QUOTE_NOTNULL):
            if not text:
                text = '' if self._quoting == QUOTE_NONNUMERIC else None
            elif self._quoting != QUOTE_NOTNULL:
                text = float(text)
        self._fields.append(text)
        self._field = []

    def _take(self, line):
        for char in line:
            self._step(char)
        self._step('')

    def _step(self, char):
        """Goes on by a character; the empty string is the end of the line."""
        state = self._state
        if state == _PLAIN:
            self._in_plain(char)
        elif state == _QUOTED:
            if char == self._escape and char:
                self._state = _QUOTED_ESCAPED
            elif char == self._quote and char:
                self._state = _QUOTE_SEEN if self.dialect.doublequote else _PLAIN
            elif char:
                self._add(char)
        elif state == _BEGIN:
            if char in '\r\n':
                self._state = _AFTER_END if char else _BEGIN
            else:
                self._at_field(char)
        elif state == _FIELD_BEGIN:
            self._at_field(char)
        elif state == _QUOTE_SEEN:
            self._after_quote(char)
        elif state == _ESCAPED:
            self._add(char or '\n')
            self._state = _AFTER_ESCAPED_END if char and char in '\r\n' else _PLAIN
        elif state == _AFTER_ESCAPED_END:
            if char:
                self._in_plain(char)
        elif state == _QUOTED_ESCAPED:
            self._add(char or '\n')
            self._state = _QUOTED
        elif not char:
            self._state = _BEGIN
        elif char not in '\r\n':
            raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")

    def _end_line(self, char):
        self._end_field()
        self._state = _AFTER_END if char else _BEGIN

    def _at_field(self, char):
        self._bare = True
        if char in '\r\n':
            self._end_line(char)
        elif char == self._quote:
            self._bare = False
            self._state = _QUOTED
        elif char == self._escape:
            self._state = _ESCAPED
        elif char == ' ' and self.dialect.skipinitialspace:
            self._state = _FIELD_BEGIN
        elif char == self._delimiter:
            self._end_field()
            self._state = _FIELD_BEGIN
        else:
            self._add(char)
            self._state = _PLAIN

    def _in_plain(self, char):
        if char in '\r\n':
            self._end_line(char)
        elif char == self._escape:
            self._state = _ESCAPED
        elif char == self._delimiter:
            self._end_field()
            self._state = _FIELD_BEGIN
        else:
            self._add(char)
            self._state = _PLAIN

    def _after_quote(self, char):
        if char in '\r\n':
            self._end_line(char)
        elif char == self._quote:
            self._add(char)
            self._state = _QUOTED
        elif char == self._delimiter:
            self._end_field()
            self._state = _FIELD_BEGIN
        elif self.dialect.strict:
            raise Error(f"'{self._delimiter}' expected after '{self._quote}'")
        else:
            self._add(char)
            self._state = _PLAIN
