"""Texts of protocol 0: the escapes of Python 2's string literals, and of its raw Unicode literals.

Invariant: what is not an escape stands for itself.
"""

_SIMPLE = {0x5C: b"\\", 0x27: b"'", 0x22: b'"', 0x62: b"\b", 0x66: b"\f", 0x74: b"\t", 0x6E: b"\n", 0x72: b"\r",
           0x76: b"\v", 0x61: b"\a", 0x0A: b""}
_OCTAL = b"01234567"


def unescaped(data):
    """The bytes that the inside of a literal stands for."""
    head, *parts = data.split(b"\\")
    out = bytearray(head)
    parts.reverse()
    while parts:
        part = parts.pop()
        if not part:
            # Two backslashes: the second one splits nothing.
            if not parts:
                raise ValueError("Trailing \\ in string")
            out += b"\\" + parts.pop()
        else:
            escape, used = _escape(part, len(out))
            out += escape + part[used:]
    return bytes(out)


def _escape(part, position):
    first = part[0]
    if first in _SIMPLE:
        return _SIMPLE[first], 1
    if first in _OCTAL:
        size = 1
        while size < 3 and size < len(part) and part[size] in _OCTAL:
            size += 1
        return bytes((int(part[:size], 8) & 0xFF,)), size
    if first == 0x78:
        try:
            return bytes.fromhex(part[1:3].decode()), 3
        except ValueError:
            raise ValueError(f"invalid \\x escape at position {position}") from None
    return b"\\", 0


def raw_unescaped(data):
    """The text that a line stands for: Latin-1, but for what an odd number of backslashes and a `u` begin."""
    text = data.decode("latin-1")
    if "\\u" not in text and "\\U" not in text:
        return text
    out, at = [], 0
    while True:
        slash = text.find("\\", at)
        if slash < 0 or slash + 1 == len(text):
            out.append(text[at:])
            return "".join(out)
        letter = text[slash + 1]
        size = {"u": 4, "U": 8}.get(letter)
        if size is None:
            out.append(text[at:slash + 2])
            at = slash + 2
            continue
        digits = text[slash + 2:slash + 2 + size]
        try:
            code = int(digits, 16) if len(digits) == size else int("none")
        except ValueError:
            raise UnicodeDecodeError("rawunicodeescape", data, slash, slash + 2 + len(digits),
                                     f"truncated \\{letter}{'X' * size} escape") from None
        out += text[at:slash], chr(code)
        at = slash + 2 + size
