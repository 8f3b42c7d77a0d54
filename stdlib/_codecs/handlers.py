"""Error handlers for coding: each gets the error, and gives what takes the place of what is wrong, and where to go on.

Invariant: a handler that can't deal with the error raises it, or says in a `TypeError` that it can't.
"""


def _unknown(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def _wrong(error):
    return error.object[error.start:error.end]


def strict_errors(error, /):
    """Raise the error."""
    if isinstance(error, BaseException):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error, /):
    """Leave out what is wrong."""
    if isinstance(error, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return "", error.end
    raise _unknown(error)


def replace_errors(error, /):
    """Put a question mark, or U+FFFD, in the place of what is wrong."""
    if isinstance(error, UnicodeEncodeError):
        return "?" * len(_wrong(error)), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * len(_wrong(error)), error.end
    raise _unknown(error)


def xmlcharrefreplace_errors(error, /):
    """Put references of XML in the place of what can't be encoded."""
    if isinstance(error, UnicodeEncodeError):
        return "".join(f"&#{ord(character)};" for character in _wrong(error)), error.end
    raise _unknown(error)


def _escaped(code):
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def backslashreplace_errors(error, /):
    """Put escapes with a backslash in the place of what is wrong."""
    if isinstance(error, UnicodeDecodeError):
        return "".join(map(_escaped, _wrong(error))), error.end
    if isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        return "".join(_escaped(ord(character)) for character in _wrong(error)), error.end
    raise _unknown(error)


def namereplace_errors(error, /):
    """Put escapes with the characters' names in the place of what can't be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise _unknown(error)
    from unicodedata import name
    parts = []
    for character in _wrong(error):
        known = name(character, "")
        parts.append(f"\\N{{{known}}}" if known else _escaped(ord(character)))
    return "".join(parts), error.end


def _surrogates(name):
    # A text holds no lone surrogates: there are none to encode, and none may be made.
    def handler(error, /):
        if isinstance(error, UnicodeEncodeError):
            raise error
        if isinstance(error, UnicodeDecodeError):
            raise NotImplementedError(
                f"the error handler '{name}' needs lone surrogates, which strings here can't hold")
        raise _unknown(error)
    handler.__name__ = handler.__qualname__ = name
    return handler


BY_NAME = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors, "surrogateescape": _surrogates("surrogateescape"),
    "surrogatepass": _surrogates("surrogatepass"),
}
