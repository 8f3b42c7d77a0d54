"""Codecs: looking them up, coding with them, streams that code, and the base classes for codecs of one's own.

The finding and the coding are done in `_codecs`. Invariant: the classes, in `_classes`, are loaded when asked for.
"""
from _codecs import (
    ascii_decode, ascii_encode, decode, encode, latin_1_decode, latin_1_encode, lookup, lookup_error, readbuffer_encode,
    register, register_error, unregister, utf_16_be_decode, utf_16_be_encode, utf_16_decode, utf_16_encode,
    utf_16_ex_decode, utf_16_le_decode, utf_16_le_encode, utf_32_be_decode, utf_32_be_encode, utf_32_decode,
    utf_32_encode, utf_32_ex_decode, utf_32_le_decode, utf_32_le_encode, utf_8_decode, utf_8_encode,
)
from _codecs.handlers import (
    backslashreplace_errors, ignore_errors, namereplace_errors, replace_errors, strict_errors, xmlcharrefreplace_errors,
)

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors",
    "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors",
    "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
# The machine's own order is the little end first.
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE

_CLASSES = frozenset((
    "Codec", "IncrementalEncoder", "BufferedIncrementalEncoder", "IncrementalDecoder", "BufferedIncrementalDecoder",
    "StreamWriter", "StreamReader", "StreamReaderWriter", "StreamRecoder"))


def __getattr__(name):
    if name not in _CLASSES:
        raise AttributeError(f"module 'codecs' has no attribute {name!r}")
    from . import _classes
    found = globals()[name] = getattr(_classes, name)
    return found


class CodecInfo(tuple):
    """What a codec consists of."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        codec = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        codec.encode, codec.decode = encode, decode
        codec.streamreader, codec.streamwriter = streamreader, streamwriter
        codec.incrementalencoder, codec.incrementaldecoder = incrementalencoder, incrementaldecoder
        codec.name = name
        if _is_text_encoding is not None:
            codec._is_text_encoding = _is_text_encoding
        return codec

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"

    def __getnewargs__(self):
        return tuple(self)


def getencoder(encoding):
    """The function that encodes at once."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes at once."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes piece by piece."""
    return _demanded(lookup(encoding).incrementalencoder, encoding)


def getincrementaldecoder(encoding):
    """The class that decodes piece by piece."""
    return _demanded(lookup(encoding).incrementaldecoder, encoding)


def _demanded(part, encoding):
    if part is None:
        raise LookupError(encoding)
    return part


def getreader(encoding):
    """The class of streams that decode."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of streams that encode."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode what an iterator gives, piece by piece."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if coded := encoder.encode(piece):
            yield coded
    if coded := encoder.encode("", True):
        yield coded


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode what an iterator gives, piece by piece."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", True):
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file whose text is coded here; without an encoding, as `open` does it."""
    import builtins
    import warnings
    warnings.warn("codecs.open() is deprecated. Use open() instead.", DeprecationWarning, stacklevel=2)
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    file = builtins.open(filename, mode if "b" in mode else mode + "b", buffering)
    try:
        return _both_ways(file, encoding, errors)
    except BaseException:
        file.close()
        raise


def _both_ways(file, encoding, errors):
    from ._classes import StreamReaderWriter
    codec = lookup(encoding)
    stream = StreamReaderWriter(file, codec.streamreader, codec.streamwriter, errors)
    stream.encoding = encoding
    return stream


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A stream of bytes in one encoding over a file in another one."""
    from ._classes import StreamRecoder
    if file_encoding is None:
        file_encoding = data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    stream = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    stream.data_encoding, stream.file_encoding = data_encoding, file_encoding
    return stream


def make_identity_dict(rng):
    """A dict of numbers that stand for themselves."""
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    """A decoding map turned round; what has two sources has none."""
    turned = {}
    for source, target in decoding_map.items():
        turned[target] = None if target in turned else source
    return turned
