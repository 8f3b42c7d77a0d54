"""Escaping of text for HTML, and the way back."""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """Replaces what HTML would take for markup; quotation marks too unless quote is false."""
    # The ampersand first, as the others bring new ones.
    escaped = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return escaped.replace('"', '&quot;').replace("'", '&#x27;') if quote else escaped


# What browsers take the numbers from 0x80 to 0x9f for: characters of Windows' code page, where it has one.
_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'


def _char(number):
    """The text for the number of a character reference, in the way in which HTML 5 forgives mistakes."""
    if 0x80 <= number <= 0x9f:
        return _WINDOWS[number - 0x80]
    if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
        return '\ufffd'
    if number < 0x20 and number not in (9, 10, 12, 13) or number == 0x7f:
        return ''
    if 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe:
        return ''
    return chr(number)


def _run(s, start, allowed):
    """Where the run of allowed characters ends."""
    while start < len(s) and s[start] in allowed:
        start += 1
    return start


def _number(s, start):
    """The text for a reference whose '#' stands at start, and where it ends; None if it has no digits."""
    base, first, allowed = 10, start + 1, '0123456789'
    if s[first:first + 1] in ('x', 'X'):
        base, first, allowed = 16, first + 1, '0123456789abcdefABCDEF'
    end = _run(s, first, allowed)
    if end == first:
        return None, start
    return _char(int(s[first:end], base)), end + (s[end:end + 1] == ';')


def _name(s, start, known):
    """The text for a reference whose name begins at start, and where it ends; None if no name is known."""
    end = start
    while end < len(s) and end - start < 32 and s[end] not in '\t\n\x0c <&#;':
        end += 1
    if end == start:
        return None, start
    if s[end:end + 1] == ';' and s[start:end + 1] in known:
        return known[s[start:end + 1]], end + 1
    # The longest beginning that is a name counts; only some are without a semicolon.
    for stop in range(end, start + 1, -1):
        if s[start:stop] in known:
            return known[s[start:stop]], stop
    return None, start


def unescape(s):
    """Replaces all references to characters, by name or by number, by the characters."""
    if '&' not in s:
        return s
    from .entities import html5
    pieces = []
    done, found = 0, s.find('&')
    while found >= 0:
        start = found + 1
        text, end = _number(s, start) if s[start:start + 1] == '#' else _name(s, start, html5)
        if text is not None:
            pieces.append(s[done:found])
            pieces.append(text)
            done = end
        found = s.find('&', max(done, start))
    return ''.join(pieces) + s[done:]
