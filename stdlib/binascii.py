"""Bytes as text and back: hexadecimal, base64, uuencode, quoted-printable; and two checksums.

Invariant: decoders take bytes or ASCII text, encoders bytes only; tables are made when first needed.
"""


class Error(ValueError):
    """Raised for data that can't be decoded."""


class Incomplete(Exception):
    """Raised for data that ends too early."""


_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_HEX = b'0123456789abcdefABCDEF'
_OTHERS = bytes([byte for byte in range(256) if byte not in _LETTERS])
_tables = {}


def _binary(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return bytes(memoryview(data))
    except (TypeError, NameError):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _ascii(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    try:
        return bytes(memoryview(data))
    except (TypeError, NameError):
        raise TypeError("argument should be bytes, buffer or ASCII string, "
                        f"not '{type(data).__name__}'") from None


def _pairs():
    """All pairs of base64 letters, by the twelve bits they stand for."""
    pairs = _tables.get('pairs')
    if pairs is None:
        pairs = _tables['pairs'] = [bytes((high, low)) for high in _LETTERS for low in _LETTERS]
    return pairs


def b2a_base64(data, /, *, newline=True):
    """Bytes as one line of base64."""
    data = bytes(_binary(data))
    pairs, pieces, size = _pairs(), [], len(data)
    whole = size - size % 3
    for at in range(0, whole, 3):
        number = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        pieces.append(pairs[number >> 12])
        pieces.append(pairs[number & 4095])
    if size - whole == 1:
        pieces.append(pairs[data[-1] << 4] + b'==')
    elif size - whole == 2:
        number = data[-2] << 10 | data[-1] << 2
        pieces.append(pairs[number >> 6] + _LETTERS[number & 63:(number & 63) + 1] + b'=')
    if newline:
        pieces.append(b'\n')
    return b''.join(pieces)


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that base64 stands for; what is no letter of it is skipped unless the mode is strict."""
    data = _ascii(data)
    if strict_mode:
        _check_strict(data)
    letters = data.translate(None, _OTHERS)
    rest = len(letters) % 4
    if rest == 1:
        raise _one_too_many(len(letters))
    if rest:
        tail = data.rstrip(_OTHERS)
        if rest + data.count(b'=', len(tail)) < 4:
            raise Error('Incorrect padding')
        letters += b'A' * (4 - rest)
    values = _tables.get('values')
    if values is None:
        values = _tables['values'] = bytes.maketrans(_LETTERS, bytes(range(64)))
    sixes = letters.translate(values)
    found = bytearray()
    for at in range(0, len(sixes), 4):
        number = sixes[at] << 18 | sixes[at + 1] << 12 | sixes[at + 2] << 6 | sixes[at + 3]
        found += number.to_bytes(3)
    return bytes(found[:rest - 4] if rest else found)


def _one_too_many(count):
    return Error(f'Invalid base64-encoded string: number of data characters ({count}) '
                 'cannot be 1 more than a multiple of 4')


def _check_strict(data):
    letters = pads = 0
    for at, byte in enumerate(data):
        place = letters % 4
        if byte == 61:
            pads += 1
            if place == 1:
                raise _one_too_many(letters)
            if at == 0:
                raise Error('Leading padding not allowed')
            if place == 0 or place + pads > 4:
                raise Error('Excess padding not allowed')
        elif byte not in _LETTERS:
            raise Error('Only base64 data is allowed')
        else:
            if pads:
                raise Error('Excess data after padding' if place + pads >= 4 else 'Discontinuous padding not allowed')
            letters += 1


_WHOLE = object()


def hexlify(data, sep=_WHOLE, bytes_per_sep=1):
    """Bytes as hexadecimal digits, with a separator between groups if one is given."""
    data = _binary(data)
    if sep is _WHOLE:
        return data.hex().encode('ascii')
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
    return data.hex(sep, bytes_per_sep).encode('latin-1')


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """The bytes that hexadecimal digits stand for."""
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    if text.translate(None, _HEX):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text.decode('ascii'))


a2b_hex = unhexlify


def b2a_uu(data, /, *, backtick=False):
    """A line of uuencode for at most 45 bytes."""
    data = bytes(_binary(data))
    size = len(data)
    if size > 45:
        raise Error('At most 45 bytes at once')
    sixes = [size]
    data += bytes(-size % 3)
    for at in range(0, len(data), 3):
        number = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        sixes += (number >> 18, number >> 12 & 63, number >> 6 & 63, number & 63)
    zero = 96 if backtick else 32
    return bytes([six + 32 if six else zero for six in sixes]) + b'\n'


def a2b_uu(data, /):
    """The bytes of a line of uuencode."""
    data = _ascii(data)
    if not data:
        raise Error('Missing length byte')
    size = data[0] - 32 & 63
    found, bits, number, at = bytearray(), 0, 0, 1
    while len(found) < size:
        # Spaces at the end may have got lost.
        byte = data[at] if at < len(data) else 32
        if byte in b'\r\n':
            byte = 32
        elif not 32 <= byte <= 96:
            raise Error('Illegal char')
        else:
            at += 1
        number = (number << 6 | byte - 32 & 63) & 0xffff
        bits += 6
        if bits >= 8:
            bits -= 8
            found.append(number >> bits & 255)
    if data[at:].strip(b' `\r\n'):
        raise Error('Trailing garbage')
    return bytes(found)


def a2b_qp(data, header=False):
    """The bytes of quoted-printable text; in a header '_' stands for a space."""
    data = _ascii(data)
    if header:
        data = data.replace(b'_', b' ')
    pieces, at = [], 0
    while (sign := data.find(b'=', at)) >= 0:
        pieces.append(data[at:sign])
        at = sign + 1
        following = data[at:at + 1]
        if not following:
            break
        if following in b'\r\n':
            # A soft line break: it goes, up to the end of the line.
            end = data.find(b'\n', at)
            at = end + 1 if end >= 0 else len(data)
        elif following == b'=':
            pieces.append(b'=')
            at += 1
        elif len(digits := data[at:at + 2]) == 2 and not digits.translate(None, _HEX):
            pieces.append(bytes((int(digits, 16),)))
            at += 2
        else:
            pieces.append(b'=')
    pieces.append(data[at:])
    return b''.join(pieces)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Bytes as quoted-printable text."""
    data = bytes(_binary(data))
    first = data.find(b'\n')
    end_of_line = b'\r\n' if first > 0 and data[first - 1] == 13 else b'\n'
    out, column, at, size = bytearray(), 0, 0, len(data)
    while at < size:
        byte = data[at]
        following = data[at + 1] if at + 1 < size else -1
        at += 1
        if istext and (byte == 10 or (byte == 13 and following == 10)):
            if out and out[-1] in b' \t':
                # A space at the end of a line gets lost on its way.
                out[-1:] = b'=%02X' % out[-1]
            out += end_of_line
            column = 0
            at += byte == 13
        elif _must_quote(byte, following, column, quotetabs, istext, header):
            if column + 3 >= 76:
                out += b'=' + end_of_line
                column = 0
            out += b'=%02X' % byte
            column += 3
        else:
            if column + 1 >= 76 and following not in (-1, 10):
                out += b'=' + end_of_line
                column = 0
            out.append(95 if header and byte == 32 else byte)
            column += 1
    return bytes(out)


def _must_quote(byte, following, column, quotetabs, istext, header):
    if byte > 126 or byte == 61 or (header and byte == 95):
        return True
    if byte == 46:
        # A dot alone on its line ends a mail.
        return column == 0 and following in (-1, 0, 10, 13)
    if byte in b' \t':
        return quotetabs or following == -1
    if byte in b'\r\n':
        return not istext
    return byte < 33


def crc32(data, crc=0, /):
    """The checksum of zip files, going on from an earlier one."""
    table = _tables.get('crc32')
    if table is None:
        table = _tables['crc32'] = []
        for number in range(256):
            for _ in range(8):
                number = number >> 1 ^ 0xedb88320 if number & 1 else number >> 1
            table.append(number)
    data = _binary(data)
    crc = _whole(crc) & 0xffffffff ^ 0xffffffff
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xffffffff


def crc_hqx(data, crc, /):
    """The CRC-CCITT checksum, going on from an earlier one."""
    table = _tables.get('hqx')
    if table is None:
        table = _tables['hqx'] = []
        for number in range(256):
            number <<= 8
            for _ in range(8):
                number = number << 1 ^ 0x11021 if number & 0x8000 else number << 1
            table.append(number)
    data = _binary(data)
    crc = _whole(crc) & 0xffff
    for byte in data:
        crc = crc << 8 & 0xff00 ^ table[crc >> 8 ^ byte]
    return crc


def _whole(value):
    if not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()
