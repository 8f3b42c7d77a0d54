"""Reads one JSON value from a place of a text.

Invariant: a place where no value begins is told by StopIteration with the place; every other mistake is a
JSONDecodeError.
"""

__all__ = ['make_scanner']

_BLANKS = frozenset(' \t\n\r')
_DIGITS = frozenset('0123456789')
_HEX = frozenset('0123456789abcdefABCDEF')
_ESCAPED = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


def _error(message, text, at):
    from .decoder import JSONDecodeError
    raise JSONDecodeError(message, text, at)


def skip_blanks(text, at):
    """The first place from here that is not white space."""
    size = len(text)
    while at < size and text[at] in _BLANKS:
        at += 1
    return at


def scanstring(string, end, strict=True):
    """Reads the string whose opening quotation mark stands before end; gives it and the place behind it."""
    start, pieces = end - 1, []
    while True:
        quote = string.find('"', end)
        slash = string.find('\\', end, quote if quote >= 0 else len(string))
        stop = slash if slash >= 0 else quote if quote >= 0 else len(string)
        piece = string[end:stop]
        if strict and not piece.isprintable() and min(piece) < ' ':
            at = end
            while string[at] >= ' ':
                at += 1
            _error("Invalid control character at", string, at)
        if slash < 0:
            if quote < 0:
                _error("Unterminated string starting at", string, start)
            if not pieces:
                return piece, quote + 1
            pieces.append(piece)
            return ''.join(pieces), quote + 1
        pieces.append(piece)
        letter = string[slash + 1:slash + 2]
        if letter == 'u':
            letter, end = _code(string, slash)
            pieces.append(letter)
            continue
        if letter not in _ESCAPED:
            if not letter:
                _error("Unterminated string starting at", string, start)
            _error("Invalid \\escape", string, slash)
        pieces.append(_ESCAPED[letter])
        end = slash + 2


def _unit(string, at):
    """The number of four hexadecimal digits, or None."""
    digits = string[at:at + 4]
    if len(digits) < 4 or not _HEX.issuperset(digits):
        return None
    return int(digits, 16)


def _code(string, slash):
    """The character of an escape with \\u, or of two that are the halves of one, and the place behind."""
    code, end = _unit(string, slash + 2), slash + 6
    if code is None:
        _error("Invalid \\uXXXX escape", string, slash + 1)
    if 0xd800 <= code <= 0xdbff and string.startswith('\\u', end):
        low = _unit(string, end + 2)
        if low is not None and 0xdc00 <= low <= 0xdfff:
            code, end = 0x10000 + (code - 0xd800 << 10) + (low - 0xdc00), end + 6
    return chr(code), end


def _digits_end(string, at):
    while at < len(string) and string[at] in _DIGITS:
        at += 1
    return at


def _number(string, at):
    """The place behind a number and whether it is a float; at itself if there is none."""
    first = at + 1 if string[at] == '-' else at
    end = first + 1 if string[first:first + 1] == '0' else _digits_end(string, first)
    if end == first:
        return at, False
    is_float = False
    if string[end:end + 1] == '.':
        behind = _digits_end(string, end + 1)
        if behind > end + 1:
            end, is_float = behind, True
    if string[end:end + 1] in ('e', 'E'):
        first = end + 2 if string[end + 1:end + 2] in ('+', '-') else end + 1
        behind = _digits_end(string, first)
        if behind > first:
            end, is_float = behind, True
    return end, is_float


_WORDS = (('null', None), ('true', True), ('false', False))
_CONSTANTS = ('NaN', 'Infinity', '-Infinity')


def make_scanner(context):
    """Makes scan_once(string, idx), which gives a value and the place behind it, for the settings of a decoder."""
    strict, parse_float, parse_int = context.strict, context.parse_float, context.parse_int
    parse_constant = context.parse_constant
    object_hook, pairs_hook = context.object_hook, context.object_pairs_hook
    # Equal keys of one text are one string.
    names = {}

    def value(string, at):
        char = string[at:at + 1]
        if char == '"':
            return scanstring(string, at + 1, strict)
        if char == '{':
            return members(string, at + 1)
        if char == '[':
            return items(string, at + 1)
        if char in _DIGITS or char == '-':
            end, is_float = _number(string, at)
            if end > at:
                return (parse_float if is_float else parse_int)(string[at:end]), end
        for word, meant in _WORDS:
            if string.startswith(word, at):
                return meant, at + len(word)
        for word in _CONSTANTS:
            if string.startswith(word, at):
                return parse_constant(word), at + len(word)
        raise StopIteration(at)

    def items(string, at):
        found = []
        at = skip_blanks(string, at)
        if string[at:at + 1] == ']':
            return found, at + 1
        while True:
            item, at = value(string, at)
            found.append(item)
            comma = at = skip_blanks(string, at)
            char = string[at:at + 1]
            if char == ']':
                return found, at + 1
            if char != ',':
                _error("Expecting ',' delimiter", string, at)
            at = skip_blanks(string, at + 1)
            if string[at:at + 1] == ']':
                _error("Illegal trailing comma before end of array", string, comma)

    def members(string, at):
        pairs = []
        at = skip_blanks(string, at)
        char = string[at:at + 1]
        while char != '}':
            if char != '"':
                _error("Expecting property name enclosed in double quotes", string, at)
            name, at = scanstring(string, at + 1, strict)
            at = skip_blanks(string, at)
            if string[at:at + 1] != ':':
                _error("Expecting ':' delimiter", string, at)
            item, at = value(string, skip_blanks(string, at + 1))
            pairs.append((names.setdefault(name, name), item))
            comma = at = skip_blanks(string, at)
            char = string[at:at + 1]
            if char == '}':
                break
            if char != ',':
                _error("Expecting ',' delimiter", string, at)
            at = skip_blanks(string, at + 1)
            char = string[at:at + 1]
            if char == '}':
                _error("Illegal trailing comma before end of object", string, comma)
        if pairs_hook is not None:
            return pairs_hook(pairs), at + 1
        found = dict(pairs)
        return found if object_hook is None else object_hook(found), at + 1

    def scan_once(string, idx):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        try:
            return value(string, idx)
        finally:
            names.clear()

    return scan_once
