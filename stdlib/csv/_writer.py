"""Writes rows.

Invariant: a row reaches the file in one piece, or not at all.
"""

from csv._rules import (Error, QUOTE_ALL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, rules_of)


class writer:
    """Writes rows into anything that has a write method."""

    __module__ = '_csv'

    def __init__(self, *args, **fmtparams):
        if not args:
            raise TypeError('writer expected at least 1 argument, got 0')
        rules = self.dialect = rules_of(args[1] if len(args) > 1 else fmtparams.pop('dialect', 'excel'), fmtparams)
        self._write = getattr(args[0], 'write', None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self._quote = rules.quotechar if rules.quotechar is not None else ''
        self._escape = rules.escapechar
        self._quoting = rules.quoting
        self._special = frozenset('\r\n' + rules.delimiter + self._quote + (self._escape or '') + rules.lineterminator)
        self._needs_something = rules.delimiter == ' ' and rules.skipinitialspace

    def writerow(self, row, /):
        """Writes one row."""
        try:
            row = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        values = list(row)
        texts = [self._text(value) for value in values]
        if len(texts) == 1 and not texts[0]:
            quoting = self._quoting
            if quoting == QUOTE_NONE or (values[0] is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error('single empty field record must be quoted')
            texts[0] = self._quote * 2
        rules = self.dialect
        return self._write(rules.delimiter.join(texts) + rules.lineterminator)

    def writerows(self, rows, /):
        """Writes rows."""
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        quoting = self._quoting
        is_text = isinstance(value, str)
        quoted = (quoting == QUOTE_ALL
                  or (quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)) and not _is_number(value))
                  or (quoting == QUOTE_STRINGS and is_text)
                  or (quoting == QUOTE_NOTNULL and value is not None))
        text = value if is_text else '' if value is None else str(value)
        if not text and self._needs_something:
            if quoting == QUOTE_NONE or (value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
            quoted = True
        if not self._special.isdisjoint(text):
            text, quoted = self._escaped(text, quoted)
        return self._quote + text + self._quote if quoted else text

    def _escaped(self, text, quoted):
        """The text with its special characters made harmless, and whether it stands in quotes."""
        pieces = []
        quote, escape, none = self._quote, self._escape, self._quoting == QUOTE_NONE
        for char in text:
            if char in self._special:
                if none or char == escape or (char == quote and not self.dialect.doublequote):
                    if escape is None:
                        raise Error('need to escape, but no escapechar set')
                    pieces.append(escape)
                else:
                    quoted = True
                    if char == quote:
                        pieces.append(char)
            pieces.append(char)
        return ''.join(pieces), quoted


def _is_number(value):
    return hasattr(value, '__float__') or hasattr(value, '__index__') or hasattr(value, '__complex__')
