"""Finding codecs and error handlers by name, and coding with them.

The machine's codecs do the work where the handler is one of the machine's own; other handlers are called from here.
Invariant: a codec that was found once is found again, until its search function is taken away.
"""
from . import handlers as _handlers

_searchers = []
_found = {}
_handler_of = dict(_handlers.BY_NAME)


def _normal(encoding):
    return "".join("_" if character in " -" else character for character in encoding.lower())


def register(search_function, /):
    """Have a function asked for codecs."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searchers.append(search_function)


def unregister(search_function, /):
    """Have a function no longer asked for codecs."""
    if search_function in _searchers:
        _searchers.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """The codec of a name."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = _normal(encoding)
    codec = _found.get(name)
    if codec is None:
        codec = _found[name] = _search(name, encoding)
    return codec


def _search(name, encoding):
    from codecs._own import find
    for search in (find, *_searchers):
        codec = search(name)
        if codec is None:
            continue
        if not isinstance(codec, tuple) or len(codec) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        return codec
    raise LookupError(f"unknown encoding: {encoding}")


def register_error(errors, handler, /):
    """Give an error handler a name."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handler_of[errors] = handler


def _unregister_error(errors, /):
    """Take the handler of a name away; whether there was one."""
    if errors in _handlers.BY_NAME:
        raise ValueError(f"cannot un-register built-in error handler '{errors}'")
    return _handler_of.pop(errors, None) is not None


def lookup_error(name, /):
    """The error handler of a name."""
    if name not in _handler_of:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handler_of[name]


def encode(obj, encoding="utf-8", errors="strict"):
    """An object as a codec encodes it."""
    return _coded(lookup(encoding).encode, obj, encoding, errors, "encod")


def decode(obj, encoding="utf-8", errors="strict"):
    """An object as a codec decodes it."""
    return _coded(lookup(encoding).decode, obj, encoding, errors, "decod")


def _coded(code, obj, encoding, errors, verb):
    try:
        result = code(obj, errors)
    except Exception as error:
        error.add_note(f"{verb}ing with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        space = " " if verb == "encod" else ""
        raise TypeError(f"{verb}er must return a tuple (object,{space}integer)")
    return result[0]


# The machine's codecs, with any handler.

# The machine knows these by itself.
_NATIVE = frozenset(("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"))
# What comes after the first piece of a text: no second byte order mark.
_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def encode_text(text, encoding, errors="strict"):
    """The bytes of a text, and its length."""
    if not isinstance(text, str):
        raise TypeError(f"{encoding.replace('-', '_')}_encode() argument 1 must be str, not {type(text).__name__}")
    if errors is None:
        errors = "strict"
    if errors in _NATIVE and _handler_of[errors] is _handlers.BY_NAME[errors]:
        return text.encode(encoding, errors), len(text)
    pieces, at = [], 0
    while True:
        try:
            pieces.append(text[at:].encode(encoding))
            return b"".join(pieces), len(text)
        except UnicodeEncodeError as error:
            start, end = at + error.start, at + error.end
            pieces.append(text[at:start].encode(encoding))
            encoding = _UNMARKED.get(encoding, encoding)
            fault = UnicodeEncodeError(error.encoding, text, start, end, error.reason)
        answer, at = _asked(lookup_error(errors), fault, (str, bytes), "encoding", "str/bytes", len(text))
        if isinstance(answer, str):
            try:
                answer = answer.encode(encoding)
            except UnicodeEncodeError:
                raise fault from None
        pieces.append(answer)


def decode_bytes(data, encoding, errors="strict"):
    """The text of bytes, and their length."""
    if not isinstance(data, (bytes, bytearray)):
        if isinstance(data, (str, int)) or not hasattr(data, "__bytes__") and not hasattr(data, "__buffer__"):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        data = bytes(data)
    if errors is None:
        errors = "strict"
    if errors in _NATIVE and _handler_of[errors] is _handlers.BY_NAME[errors]:
        return data.decode(encoding, errors), len(data)
    size = len(data)
    pieces, at = [], 0
    while True:
        try:
            pieces.append(data[at:].decode(encoding))
            return "".join(pieces), size
        except UnicodeDecodeError as error:
            start, end = at + error.start, at + error.end
            pieces.append(data[at:start].decode(encoding))
            encoding = _UNMARKED.get(encoding, encoding)
            fault = UnicodeDecodeError(error.encoding, bytes(data), start, end, error.reason)
        answer, at = _asked(lookup_error(errors), fault, str, "decoding", "str", size)
        pieces.append(answer)


def _asked(handler, fault, kinds, what, names, size):
    """What a handler puts in the place of a fault, and where to go on."""
    answer = handler(fault)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds) \
            or not isinstance(answer[1], int):
        raise TypeError(f"{what} error handler must return ({names}, int) tuple")
    text, position = answer
    at = position + size if position < 0 else position
    if not 0 <= at <= size:
        raise IndexError(f"position {position} from error handler out of bounds")
    return text, at


def _whole(encoding):
    # For the encodings of which one byte is one character.
    def encode(str, errors=None, /):
        return encode_text(str, encoding, errors)

    def decode(data, errors=None, /):
        return decode_bytes(data, encoding, errors)
    return encode, decode


def _partial(encoding, rest):
    # For the encodings of which a piece may end within a character.
    def encode(str, errors=None, /):
        return encode_text(str, encoding, errors)

    def decode(data, errors=None, final=False, /):
        used = len(data) if final else len(data) - rest(data)
        return decode_bytes(data[:used], encoding, errors)[0], used
    return encode, decode


def utf_8_rest(data):
    """How many bytes at the end begin a character that isn't complete."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte & 0xC0 == 0x80:
            continue
        size = 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte < 0xF5 else 1
        if back >= size:
            return 0
        # The second byte has limits of its own after some of the first ones; a surrogate is found out only when whole.
        low = {0xE0: 0xA0, 0xF0: 0x90}.get(byte, 0x80)
        high = 0x8F if byte == 0xF4 else 0xBF
        return back if back == 1 or low <= data[1 - back] <= high else 0
    return 0


def _utf_16_rest(high):
    # `high` is where the unit's higher byte stands.
    def rest(data):
        odd = len(data) % 2
        end = len(data) - odd
        return odd + 2 if end and data[end - 2 + high] & 0xFC == 0xD8 else odd
    return rest


def _utf_32_rest(data):
    return len(data) % 4


ascii_encode, ascii_decode = _whole("ascii")
latin_1_encode, latin_1_decode = _whole("latin-1")
utf_8_encode, utf_8_decode = _partial("utf-8", utf_8_rest)
utf_16_le_encode, utf_16_le_decode = _partial("utf-16-le", _utf_16_rest(1))
utf_16_be_encode, utf_16_be_decode = _partial("utf-16-be", _utf_16_rest(0))
utf_32_le_encode, utf_32_le_decode = _partial("utf-32-le", _utf_32_rest)
utf_32_be_encode, utf_32_be_decode = _partial("utf-32-be", _utf_32_rest)


def _marked(unit, little, big):
    # For the encodings whose order of bytes is said by a mark.
    marks = {"\ufeff".encode(f"utf-{unit * 8}-le"): -1, "\ufeff".encode(f"utf-{unit * 8}-be"): 1}

    def encode(str, errors=None, byteorder=0, /):
        if byteorder:
            return (little if byteorder < 0 else big)[0](str, errors)
        return encode_text(str, f"utf-{unit * 8}", errors)

    def decode(data, errors=None, final=False, /):
        return decode_ordered(data, errors, 0, final)[:2]

    def decode_ordered(data, errors=None, byteorder=0, final=False, /):
        order, skip = byteorder, 0
        if not order and len(data) >= unit:
            order = marks.get(bytes(data[:unit]), 0)
            skip = unit if order else 0
        text, used = (big if order > 0 else little)[1](data[skip:], errors, final)
        return text, used + skip, order
    return encode, decode, decode_ordered


utf_16_encode, utf_16_decode, utf_16_ex_decode = _marked(
    2, (utf_16_le_encode, utf_16_le_decode), (utf_16_be_encode, utf_16_be_decode))
utf_32_encode, utf_32_decode, utf_32_ex_decode = _marked(
    4, (utf_32_le_encode, utf_32_le_decode), (utf_32_be_encode, utf_32_be_decode))


def readbuffer_encode(data, errors=None, /):
    """The bytes of an object, and how many."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)
