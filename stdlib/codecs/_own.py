"""The codecs that are there without being registered: Unicode's, ASCII, Latin-1, and `hex` and `rot13`.

Invariant: the classes of a codec are made when it is looked up; a codec that no name is known for is None.
"""
import _codecs

from . import BOM_UTF8, CodecInfo
from ._classes import (
    BufferedIncrementalDecoder, Codec, IncrementalDecoder, IncrementalEncoder, StreamReader, StreamWriter)

# The name of a codec, and the other ones it has.
_NAMES = {
    "utf-8": "utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001",
    "utf-8-sig": "utf_8_sig utf8_sig",
    "ascii": "ascii us_ascii us 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us "
             "iso_646.irv_1991 iso_ir_6",
    "iso8859-1": "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819 csisolatin1 ibm819 iso_8859_1_1987 "
                 "iso_ir_100",
    "utf-16": "utf_16 utf16 u16",
    "utf-16-le": "utf_16_le utf_16le unicodelittleunmarked",
    "utf-16-be": "utf_16_be utf_16be unicodebigunmarked",
    "utf-32": "utf_32 utf32 u32",
    "utf-32-le": "utf_32_le utf_32le",
    "utf-32-be": "utf_32_be utf_32be",
    "hex": "hex hex_codec",
    "rot-13": "rot_13 rot13",
}
_BY_NAME = {name: codec for codec, names in _NAMES.items() for name in names.split()}


def find(name):
    """The codec of a name in small letters and with underscores."""
    if "\0" in name:
        raise ValueError("embedded null character")
    codec = _BY_NAME.get(name)
    if codec is None:
        return None
    if codec in ("utf-16", "utf-32"):
        return _marked(codec)
    if codec == "utf-8-sig":
        return _signed()
    if codec in ("hex", "rot-13"):
        encode, decode = (_hex_encode, _hex_decode) if codec == "hex" else (_rotate, _rotate)
        return _info(codec, encode, decode, None, text=False)
    stem = "latin_1" if codec == "iso8859-1" else codec.replace("-", "_")
    encode, decode = getattr(_codecs, stem + "_encode"), getattr(_codecs, stem + "_decode")
    return _info(codec, encode, decode, decode if codec.startswith("utf") else None)


def _info(name, encode, decode, partial, text=None):
    """A codec without a state; `partial` decodes where a piece may end within a character."""
    class IncrementalEncoder(_bases.IncrementalEncoder):
        """Encodes piece by piece."""

        def encode(self, input, final=False):
            """The next piece, encoded."""
            return encode(input, self.errors)[0]

    if partial is None:
        class IncrementalDecoder(_bases.IncrementalDecoder):
            """Decodes piece by piece."""

            def decode(self, input, final=False):
                """The next piece, decoded."""
                return decode(input, self.errors)[0]
    else:
        class IncrementalDecoder(BufferedIncrementalDecoder):
            """Decodes piece by piece."""

            def _buffer_decode(self, input, errors, final):
                return partial(input, errors, final)

    class StreamWriter(_bases.StreamWriter):
        """Encodes what is written."""

        def encode(self, input, errors="strict"):
            """The encoded text, and its length."""
            return encode(input, errors)

    class StreamReader(_bases.StreamReader):
        """Decodes what is read."""

        charbuffertype = bytes if name == "hex" else str

        def decode(self, input, errors="strict"):
            """The decoded text, and how many bytes were used."""
            return decode(input, errors)

    def decode_all(input, errors="strict"):
        return partial(input, errors, True)
    return CodecInfo(encode, decode if partial is None else decode_all, StreamReader, StreamWriter, IncrementalEncoder,
                     IncrementalDecoder, name, _is_text_encoding=text)


class _bases:
    IncrementalEncoder, IncrementalDecoder = IncrementalEncoder, IncrementalDecoder
    StreamReader, StreamWriter = StreamReader, StreamWriter


def _marked(name):
    """A codec that begins with a mark of the order of bytes."""
    stem, unit = name.replace("-", "_"), 2 if name == "utf-16" else 4
    begin, ordered = getattr(_codecs, stem + "_encode"), getattr(_codecs, stem + "_ex_decode")
    proceed = {order: getattr(_codecs, f"{stem}_{end}_encode") for order, end in ((-1, "le"), (1, "be"))}
    resume = {order: getattr(_codecs, f"{stem}_{end}_decode") for order, end in ((-1, "le"), (1, "be"))}

    def decode(input, errors="strict"):
        return ordered(input, errors, 0, True)[:2]

    def first(input, errors, final):
        text, used, order = ordered(input, errors, 0, final)
        if not order and used:
            raise UnicodeDecodeError(name, bytes(input), 0, unit, "Stream does not start with BOM")
        return text, used, order

    class IncrementalEncoder(_bases.IncrementalEncoder):
        """Encodes piece by piece; the first one with the mark."""

        _begun = False

        def encode(self, input, final=False):
            """The next piece, encoded."""
            coded = (proceed[-1] if self._begun else begin)(input, self.errors)[0]
            self._begun = True
            return coded

        def reset(self):
            """Begin anew."""
            self._begun = False

        def getstate(self):
            """2 before the mark, 0 after it."""
            return 0 if self._begun else 2

        def setstate(self, state):
            """Go on from a state."""
            self._begun = not state

    class IncrementalDecoder(BufferedIncrementalDecoder):
        """Decodes piece by piece; the first one says the order."""

        _order = 0

        def _buffer_decode(self, input, errors, final):
            if self._order:
                return resume[self._order](input, errors, final)
            text, used, self._order = first(input, errors, final)
            return text, used

        def reset(self):
            """Begin anew."""
            super().reset()
            self._order = 0

        def getstate(self):
            """The bytes that are kept, and 2 before the mark, 0 in the machine's order, 1 in the other one."""
            return self.buffer, {0: 2, -1: 0, 1: 1}[self._order]

        def setstate(self, state):
            """Go on from a state."""
            super().setstate(state)
            self._order = {0: -1, 1: 1}.get(state[1], 0)

    class StreamWriter(_bases.StreamWriter):
        """Encodes what is written; the first of it with the mark."""

        _begun = False

        def encode(self, input, errors="strict"):
            """The encoded text, and its length."""
            coded = (proceed[-1] if self._begun else begin)(input, errors)
            self._begun = True
            return coded

        def reset(self):
            """Begin anew."""
            self._begun = False

    class StreamReader(_bases.StreamReader):
        """Decodes what is read; the first of it says the order."""

        _order = 0

        def decode(self, input, errors="strict"):
            """The decoded text, and how many bytes were used."""
            if self._order:
                return resume[self._order](input, errors)
            text, used, self._order = first(input, errors, False)
            return text, used

        def reset(self):
            """Begin anew."""
            super().reset()
            self._order = 0

    return CodecInfo(begin, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name)


def _signed():
    """UTF-8 with a signature."""
    def encode(input, errors="strict"):
        return BOM_UTF8 + _codecs.utf_8_encode(input, errors)[0], len(input)

    def decode(input, errors="strict"):
        skip = len(BOM_UTF8) if bytes(input[:3]) == BOM_UTF8 else 0
        text, used = _codecs.utf_8_decode(input[skip:], errors, True)
        return text, used + skip

    def first(input, errors, final):
        # None for the text as long as a signature may still come.
        if not final and len(input) < 3 and BOM_UTF8.startswith(bytes(input)):
            return None, 0
        skip = 3 if bytes(input[:3]) == BOM_UTF8 else 0
        text, used = _codecs.utf_8_decode(input[skip:], errors, final)
        return text, used + skip

    class IncrementalEncoder(_bases.IncrementalEncoder):
        """Encodes piece by piece; the first one with the signature."""

        _begun = False

        def encode(self, input, final=False):
            """The next piece, encoded."""
            coded = (_codecs.utf_8_encode if self._begun else encode)(input, self.errors)[0]
            self._begun = True
            return coded

        def reset(self):
            """Begin anew."""
            self._begun = False

        def getstate(self):
            """1 before the signature, 0 after it."""
            return 0 if self._begun else 1

        def setstate(self, state):
            """Go on from a state."""
            self._begun = not state

    class IncrementalDecoder(BufferedIncrementalDecoder):
        """Decodes piece by piece, without the signature."""

        _begun = False

        def _buffer_decode(self, input, errors, final):
            if self._begun:
                return _codecs.utf_8_decode(input, errors, final)
            text, used = first(input, errors, final)
            self._begun = text is not None
            return text or "", used

        def reset(self):
            """Begin anew."""
            super().reset()
            self._begun = False

        def getstate(self):
            """The bytes that are kept, and 1 before the signature, 0 after it."""
            return self.buffer, 0 if self._begun else 1

        def setstate(self, state):
            """Go on from a state."""
            super().setstate(state)
            self._begun = not state[1]

    class StreamWriter(_bases.StreamWriter):
        """Encodes what is written; the first of it with the signature."""

        _begun = False

        def encode(self, input, errors="strict"):
            """The encoded text, and its length."""
            coded = (_codecs.utf_8_encode if self._begun else encode)(input, errors)
            self._begun = True
            return coded

        def reset(self):
            """Begin anew."""
            self._begun = False

    class StreamReader(_bases.StreamReader):
        """Decodes what is read, without the signature."""

        _begun = False

        def decode(self, input, errors="strict"):
            """The decoded text, and how many bytes were used."""
            if self._begun:
                return _codecs.utf_8_decode(input, errors)
            text, used = first(input, errors, False)
            self._begun = text is not None
            return text or "", used

        def reset(self):
            """Begin anew."""
            super().reset()
            self._begun = False

    return CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, "utf-8-sig")


def _hex_encode(input, errors="strict"):
    assert errors == "strict"
    if isinstance(input, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(input).hex().encode(), len(input)


def _hex_decode(input, errors="strict"):
    assert errors == "strict"
    text = input if isinstance(input, str) else bytes(input).decode("latin-1")
    if len(text) % 2 or not all(character in "0123456789abcdefABCDEF" for character in text):
        from binascii import Error
        raise Error("Odd-length string" if len(text) % 2 else "Non-hexadecimal digit found")
    return bytes.fromhex(text), len(input)


_ROTATED = {code: first + (code - first + 13) % 26 for first in (65, 97) for code in range(first, first + 26)}


def _rotate(input, errors="strict"):
    return str.translate(input, _ROTATED), len(input)
