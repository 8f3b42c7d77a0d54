"""Base16, base32, base64 and the three base85 encodings.

Invariant: encoders take bytes, decoders bytes or ASCII text, and all give bytes.
"""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes",
           "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode",
           "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode",
           "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3

_TO_URL = bytes.maketrans(b'+/', b'-_')
_FROM_URL = bytes.maketrans(b'-_', b'+/')
_THIRTYTWO = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_THIRTYTWO_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_ALPHANUMERIC = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
_GIT = _ALPHANUMERIC + b'!#$%&()*+-;<=>?@^_`{|}~'
_ZERO_MQ = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_ASCII = bytes(range(33, 118))

_numbers = {}


def _binary(data):
    """Data as bytes, for the encoders."""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    try:
        return bytes(memoryview(data))
    except (TypeError, NameError):
        text = type(data).__name__
    raise TypeError(f"memoryview: a bytes-like object is required, not '{text}'")


def _given(data):
    """Data as bytes, for the decoders."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    try:
        return bytes(memoryview(data))
    except (TypeError, NameError):
        raise TypeError('argument should be a bytes-like object or ASCII '
                        f'string, not {type(data).__name__!r}') from None


def _two(altchars):
    assert len(altchars) == 2, repr(altchars)
    return altchars


def b64encode(s, altchars=None):
    """Bytes in base64; two other characters may stand for '+' and '/'."""
    text = binascii.b2a_base64(s, newline=False)
    return text if altchars is None else text.translate(bytes.maketrans(b'+/', _two(altchars)))


def b64decode(s, altchars=None, validate=False):
    """The bytes of base64."""
    text = _given(s)
    if altchars is not None:
        text = text.translate(bytes.maketrans(_two(_given(altchars)), b'+/'))
    return binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    """Bytes in base64 of the standard alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of base64 in the standard alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes in base64 with '-' and '_'."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """The bytes of base64 with '-' and '_'."""
    return b64decode(_given(s).translate(_FROM_URL))


def _encode32(alphabet, data):
    data = _binary(data)
    missing = -len(data) % 5
    data += bytes(missing)
    out = bytearray()
    for at in range(0, len(data), 5):
        number = int.from_bytes(data[at:at + 5])
        out += bytes([alphabet[number >> shift & 31] for shift in (35, 30, 25, 20, 15, 10, 5, 0)])
    if missing:
        # Eight characters are forty bits: as many go as hold nothing of the data.
        empty = missing * 8 // 5
        out[-empty:] = b'=' * empty
    return bytes(out)


def _decode32(alphabet, s, casefold, map01=None):
    data = _given(s)
    if len(data) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _given(map01)
        assert len(map01) == 1, repr(map01)
        data = data.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        data = data.upper()
    letters = data.rstrip(b'=')
    empty = len(data) - len(letters)
    if letters.translate(None, alphabet):
        raise binascii.Error('Non-base32 digit found')
    if empty not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    fives = (letters + alphabet[:1] * empty).translate(bytes.maketrans(alphabet, bytes(range(32))))
    out = bytearray()
    for at in range(0, len(fives), 8):
        number = 0
        for five in fives[at:at + 8]:
            number = number << 5 | five
        out += number.to_bytes(5)
    if empty:
        del out[-((empty * 5 + 7) // 8):]
    return bytes(out)


def b32encode(s):
    """Bytes in base32."""
    return _encode32(_THIRTYTWO, s)


def b32decode(s, casefold=False, map01=None):
    """The bytes of base32; map01 says which letter the digit 1 is read as."""
    return _decode32(_THIRTYTWO, s, casefold, map01)


def b32hexencode(s):
    """Bytes in base32 that sorts like the bytes."""
    return _encode32(_THIRTYTWO_HEX, s)


def b32hexdecode(s, casefold=False):
    """The bytes of base32 that sorts like the bytes."""
    return _decode32(_THIRTYTWO_HEX, s, casefold)


def b16encode(s):
    """Bytes as upper-case hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits, upper-case ones unless casefold is true."""
    digits = b'0123456789ABCDEFabcdef' if casefold else b'0123456789ABCDEF'
    text = _given(s)
    if len(text.translate(None, digits)):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(text)


def _words(data):
    """The 32-bit numbers of bytes, and how many bytes were missing."""
    missing = -len(data) % 4
    data += bytes(missing)
    return [int.from_bytes(data[at:at + 4]) for at in range(0, len(data), 4)], missing


def _five(alphabet, number):
    number, last = divmod(number, 85)
    number, fourth = divmod(number, 85)
    number, third = divmod(number, 85)
    first, second = divmod(number, 85)
    return bytes((alphabet[first], alphabet[second], alphabet[third], alphabet[fourth], alphabet[last]))


def _encode85(alphabet, data, pad=False):
    words, missing = _words(_binary(data))
    out = b''.join([_five(alphabet, word) for word in words])
    return out[:-missing] if missing and not pad else out


def _decode85(alphabet, data, name, range_name):
    numbers = _numbers.get(alphabet)
    if numbers is None:
        numbers = _numbers[alphabet] = {byte: number for number, byte in enumerate(alphabet)}
    missing = -len(data) % 5
    size = len(data)
    data += alphabet[-1:] * missing
    out = bytearray()
    for start in range(0, len(data), 5):
        word = 0
        for at in range(start, start + 5):
            try:
                word = word * 85 + numbers[data[at]]
            except KeyError:
                raise ValueError(f'bad {name} character at position {at}') from None
        if word > 0xffffffff:
            raise ValueError(f'{range_name} overflow in hunk starting at byte {start}')
        out += word.to_bytes(4)
    return bytes(out[:-missing] if missing and size else out)


def b85encode(b, pad=False):
    """Bytes in the base85 of git."""
    return _encode85(_GIT, b, pad)


def b85decode(b):
    """The bytes of git's base85."""
    return _decode85(_GIT, _given(b), 'base85', 'base85')


def z85encode(s):
    """Bytes in the base85 of ZeroMQ."""
    return _encode85(_ZERO_MQ, s)


def z85decode(s):
    """The bytes of ZeroMQ's base85."""
    return _decode85(_ZERO_MQ, _given(s), 'z85', 'z85')


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in Ascii85, where 'z' stands for four zeros, and 'y' for four spaces if foldspaces is true."""
    words, missing = _words(_binary(b))
    pieces = []
    for word in words:
        if not word:
            pieces.append(b'z')
        elif foldspaces and word == 0x20202020:
            pieces.append(b'y')
        else:
            pieces.append(_five(_ASCII, word))
    if missing and not pad:
        last = pieces[-1]
        pieces[-1] = (b'!!!!!' if last == b'z' else last)[:-missing]
    out = b''.join(pieces)
    if adobe:
        out = b'<~' + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [out[at:at + wrapcol] for at in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            # The end mark stands on one line.
            lines.append(b'')
        out = b'\n'.join(lines)
    return out + b'~>' if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The bytes of Ascii85."""
    data = _given(b)
    if adobe:
        if not data.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        data = data[2 if data.startswith(b'<~') else 0:-2]
    out, word, count = bytearray(), 0, 0
    missing = 0
    for byte in data + b'uuuu':
        if 33 <= byte <= 117:
            word = word * 85 + byte - 33
            count += 1
            if count == 5:
                if word > 0xffffffff:
                    raise ValueError('Ascii85 overflow')
                out += word.to_bytes(4)
                word = count = 0
        elif byte == 122:
            if count:
                raise ValueError('z inside Ascii85 5-tuple')
            out += b'\0\0\0\0'
        elif byte == 121 and foldspaces:
            if count:
                raise ValueError('y inside Ascii85 5-tuple')
            out += b'    '
        elif byte not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(byte)}')
    # Four characters were added; those that began no word of their own filled one up.
    missing = 4 - count
    return bytes(out[:-missing] if missing else out)


def encode(input, output):
    """Writes one binary file into another in lines of base64."""
    while chunk := input.read(MAXBINSIZE):
        while len(chunk) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(chunk))):
            chunk += more
        output.write(binascii.b2a_base64(chunk))


def decode(input, output):
    """Writes the bytes of a file of base64 lines into another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _checked(data):
    if not isinstance(data, (bytes, bytearray)):
        try:
            return bytes(memoryview(data))
        except (TypeError, NameError):
            raise TypeError(f'expected bytes-like object, not {type(data).__name__}') from None
    return data


def encodebytes(s):
    """Bytes in lines of base64."""
    s = _checked(s)
    return b''.join([binascii.b2a_base64(s[at:at + MAXBINSIZE]) for at in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """The bytes of lines of base64."""
    return binascii.a2b_base64(_checked(s))
