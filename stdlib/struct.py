"""Packs values into bytes and reads them back, by formats of one character for each value.

Invariant: a format is read once into runs (offset, count, size, kind); packing and unpacking only follow the runs.
"""

import sys
from math import copysign, frexp, inf, isinf, isnan, ldexp, nan

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]

_LONGEST = (1 << 63) - 1


class error(Exception):
    """Raised for a bad format, and for values and buffers that do not fit one."""


class _Integer:
    """An integer of a fixed size."""

    def __init__(self, code, size, order):
        self.size, self.order, self.signed = size, order, code in 'bhilqn'
        bits = 8 * size
        self.low, self.high = (-1 << bits - 1, (1 << bits - 1) - 1) if self.signed else (0, (1 << bits) - 1)
        self.text = f"'{code}' format requires {self.low} <= number <= {self.high}"

    def write(self, value):
        if not isinstance(value, int):
            value = _index(value)
        if not self.low <= value <= self.high:
            raise error(self.text)
        return value.to_bytes(self.size, self.order, signed=self.signed)

    def read(self, data):
        return int.from_bytes(data, self.order, signed=self.signed)


class _Pointer(_Integer):
    """An address; a negative number is taken as well."""

    def write(self, value):
        value = _index(value)
        if not -(1 << 63) <= value <= self.high:
            raise error('int too large to convert')
        return (value & self.high).to_bytes(8, self.order)


class _Float:
    """A number of IEEE 754; the sizes 2, 4 and 8 differ in where the fraction ends."""

    def __init__(self, code, size, order):
        self.code, self.size, self.order = code, size, order
        self.fraction = {2: 10, 4: 23, 8: 52}[size]
        self.top = (1 << 8 * size - 1 - self.fraction) - 1
        self.bias = self.top >> 1

    def write(self, value):
        if type(value) is not float:
            try:
                if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
                    raise TypeError
                value = float(value)
            except Exception:
                raise error('required argument is not a float') from None
        return self.encode(value)

    def encode(self, value, overflow=True):
        fraction = self.fraction
        size = abs(value)
        if isnan(value):
            bits = (2 * self.top + 1) << fraction - 1
        elif isinf(value):
            bits = self.top << fraction
        elif size == 0.0:
            bits = 0
        else:
            part, power = frexp(size)
            power += self.bias - 1
            if power < 1:
                bits = round(ldexp(size, self.bias - 1 + fraction))
            else:
                bits = (power - 1 << fraction) + round(ldexp(part, fraction + 1))
            if bits >= self.top << fraction:
                if overflow:
                    raise OverflowError(f'float too large to pack with {self.code} format')
                bits = self.top << fraction
        if copysign(1.0, value) < 0:
            bits |= 1 << 8 * self.size - 1
        return bits.to_bytes(self.size, self.order)

    def read(self, data):
        bits, fraction = int.from_bytes(data, self.order), self.fraction
        power, part = bits >> fraction & self.top, bits & (1 << fraction) - 1
        if power == self.top:
            value = nan if part else inf
        elif power:
            value = ldexp(part | 1 << fraction, power - self.bias - fraction)
        else:
            value = ldexp(part, 1 - self.bias - fraction)
        return -value if bits >> 8 * self.size - 1 else value


class _Complex:
    """Two floats, the real one first."""

    def __init__(self, code, size, order):
        self.half = _Float('f' if code == 'F' else 'd', size // 2, order)

    def write(self, value):
        if type(value) is not complex:
            if isinstance(value, str):
                raise error('required argument is not a complex')
            try:
                value = complex(value)
            except Exception:
                raise error('required argument is not a complex') from None
        return self.half.encode(value.real, False) + self.half.encode(value.imag, False)

    def read(self, data):
        middle = len(data) // 2
        return complex(self.half.read(data[:middle]), self.half.read(data[middle:]))


class _Bool:
    """A byte that is 0 or not."""

    def __init__(self, code, size, order):
        pass

    def write(self, value):
        return b'\1' if value else b'\0'

    def read(self, data):
        return data[0] != 0


class _Char:
    """One byte as bytes."""

    def __init__(self, code, size, order):
        pass

    def write(self, value):
        if not isinstance(value, bytes) or len(value) != 1:
            raise error('char format requires a bytes object of length 1')
        return value

    def read(self, data):
        return bytes(data)


class _String:
    """Bytes of a fixed length; `counted` ones hold their true length in front."""

    def __init__(self, code, size, order):
        self.code, self.size, self.counted = code, size, code == 'p'

    def write(self, value):
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{self.code}' must be a bytes object")
        size = self.size
        if self.counted:
            if not size:
                return b''
            value = bytes(value[:size - 1])
            value = min(len(value), 255).to_bytes() + value
        return bytes(value[:size]).ljust(size, b'\0')

    def read(self, data):
        if not self.counted:
            return bytes(data)
        return bytes(data[1:data[0] + 1]) if data else b''


_KINDS = dict.fromkeys('bBhHiIlLqQnN', _Integer)
_KINDS.update({'P': _Pointer, 'e': _Float, 'f': _Float, 'd': _Float, 'F': _Complex, 'D': _Complex, '?': _Bool,
               'c': _Char, 's': _String, 'p': _String, 'x': None})
_STANDARD = {'x': 1, 'c': 1, 's': 1, 'p': 1, '?': 1, 'b': 1, 'B': 1, 'h': 2, 'H': 2, 'e': 2, 'i': 4, 'I': 4, 'l': 4,
             'L': 4, 'f': 4, 'q': 8, 'Q': 8, 'd': 8, 'F': 8, 'D': 16}
_NATIVE = {**_STANDARD, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}
_ORDERS = {'<': 'little', '>': 'big', '!': 'big', '=': sys.byteorder}


def _index(value):
    if not hasattr(value, '__index__'):
        raise error('required argument is not an integer')
    return value.__index__()


class _Layout:
    """What a format says: the runs, the number of values and the whole size."""

    __slots__ = ('text', 'runs', 'values', 'size')

    def __init__(self, text):
        self.text = text
        order, sizes, aligned, at = sys.byteorder, _NATIVE, True, 0
        if text[:1] in _ORDERS:
            order, sizes, aligned, at = _ORDERS[text[0]], _STANDARD, False, 1
        elif text[:1] == '@':
            at = 1
        self.runs, self.values, self.size = [], 0, 0
        end = len(text)
        while at < end:
            char = text[at]
            at += 1
            if char in ' \t\n\r\f\v':
                continue
            count = 1
            if '0' <= char <= '9':
                start = at - 1
                while at < end and '0' <= text[at] <= '9':
                    at += 1
                count = int(text[start:at])
                if count > _LONGEST:
                    raise error('total struct size too long')
                if at == end:
                    raise error('repeat count given without format specifier')
                char = text[at]
                at += 1
            if char not in sizes:
                raise error('bad char in struct format')
            self._add(char, count, sizes[char], order, aligned)

    def _add(self, code, count, size, order, aligned):
        if aligned:
            step = size // 2 if code in 'FD' else size
            self.size += -self.size % step
        offset = self.size
        self.size += count * size
        if self.size > _LONGEST:
            raise error('total struct size too long')
        if code == 'x':
            return
        if code in 'sp':
            count, size = 1, count
        self.values += count
        self.runs.append((offset, count, size, _KINDS[code](code, size, order)))

    def pack(self, values, name='pack'):
        if len(values) != self.values:
            raise error(f'{name} expected {self.values} items for packing (got {len(values)})')
        done, at, pieces = 0, 0, []
        for offset, count, size, kind in self.runs:
            if offset != done:
                pieces.append(bytes(offset - done))
            write = kind.write
            for value in values[at:at + count]:
                pieces.append(write(value))
            at += count
            done = offset + count * size
        if self.size != done:
            pieces.append(bytes(self.size - done))
        return b''.join(pieces)

    def unpack(self, data, start):
        found = []
        for offset, count, size, kind in self.runs:
            offset += start
            if count == 1:
                found.append(kind.read(data[offset:offset + size]))
                continue
            read = kind.read
            found.extend([read(data[at:at + size]) for at in range(offset, offset + count * size, size)])
        return tuple(found)

    def unpack_all(self, buffer):
        data = _bytes_of(buffer)
        if len(data) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self.unpack(data, 0)

    def unpack_from(self, buffer, offset):
        data = _bytes_of(buffer)
        start, length, size = offset.__index__(), len(data), self.size
        if start < 0:
            if start + size > 0:
                raise error(f'not enough data to unpack {size} bytes at offset {start}')
            if start + length < 0:
                raise error(f'offset {start} out of range for {length}-byte buffer')
            start += length
        if length - start < size:
            raise error(f'unpack_from requires a buffer of at least {start + size} bytes for unpacking {size} bytes '
                        f'at offset {start} (actual buffer size is {length})')
        return self.unpack(data, start)

    def pack_into(self, args):
        if len(args) < 2:
            raise error(f'pack_into expected {"offset" if args else "buffer"} argument')
        buffer, start, *values = args
        if len(values) != self.values:
            raise error(f'pack_into expected {self.values} items for packing (got {len(values)})')
        if isinstance(buffer, (bytes, str)) or not hasattr(buffer, '__setitem__'):
            raise TypeError(f'argument must be read-write bytes-like object, not {type(buffer).__name__}')
        start = _offset(start)
        length, size = len(buffer), self.size
        if start < 0:
            if start + size > 0:
                raise error(f'no space to pack {size} bytes at offset {start}')
            if start + length < 0:
                raise error(f'offset {start} out of range for {length}-byte buffer')
            start += length
        if length - start < size:
            raise error(f'pack_into requires a buffer of at least {start + size} bytes for packing {size} bytes '
                        f'at offset {start} (actual buffer size is {length})')
        buffer[start:start + size] = self.pack(values, 'pack_into')

    def each(self, buffer):
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        data = _bytes_of(buffer)
        if len(data) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return unpack_iterator(self, data)


class unpack_iterator:
    """Reads a buffer piece by piece."""

    __module__ = '_struct'
    __slots__ = ('_layout', '_data', '_at')

    def __init__(self, layout, data):
        self._layout, self._data, self._at = layout, data, 0

    def __iter__(self):
        return self

    def __next__(self):
        start = self._at
        if start >= len(self._data):
            raise StopIteration
        self._at = start + self._layout.size
        return self._layout.unpack(self._data, start)

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._layout.size


def _offset(value):
    if not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = value.__index__()
    if not -_LONGEST - 1 <= value <= _LONGEST:
        raise IndexError("cannot fit 'int' into an index-sized integer")
    return value


def _bytes_of(buffer):
    """Something to slice bytes from."""
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    try:
        return bytes(memoryview(buffer))
    except (TypeError, NameError):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'") from None


_known = {}


def _layout(format):
    """The layout of a format, kept for the next time."""
    try:
        return _known[format]
    except (KeyError, TypeError):
        pass
    text = format
    if isinstance(text, (bytes, bytearray)):
        text = str(text, 'latin-1')
    elif isinstance(text, str):
        text.encode('ascii')
        if '\0' in text:
            raise error('embedded null character')
    else:
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    layout = _Layout(text)
    if len(_known) >= 100:
        _known.clear()
    _known[format] = layout
    return layout


def _clearcache():
    """Forgets the formats seen lately."""
    _known.clear()


def calcsize(format, /):
    """The number of bytes that a format makes."""
    return _layout(format).size


def pack(*args):
    """The bytes of values in a format."""
    if not args:
        raise TypeError('missing format argument')
    return _layout(args[0]).pack(args[1:])


def pack_into(*args):
    """Writes values in a format into a buffer."""
    if not args:
        raise TypeError('missing format argument')
    return _layout(args[0]).pack_into(args[1:])


def unpack(format, buffer, /):
    """The values of a buffer that holds nothing else."""
    return _layout(format).unpack_all(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values at a place of a buffer."""
    return _layout(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """The values of a buffer that holds one piece after the other."""
    return _layout(format).each(buffer)


class Struct:
    """A format made ready."""

    __module__ = '_struct'

    def __init__(self, format):
        self._own = _layout(format)

    @property
    def format(self):
        """The format as text."""
        return self._own.text

    @property
    def size(self):
        """The number of bytes that the format makes."""
        return self._own.size

    def pack(self, *values):
        """The bytes of the values."""
        return self._own.pack(values)

    def pack_into(self, *args):
        """Writes values into a buffer at an offset."""
        return self._own.pack_into(args)

    def unpack(self, buffer, /):
        """The values of a buffer that holds nothing else."""
        return self._own.unpack_all(buffer)

    def unpack_from(self, buffer, offset=0):
        """The values at a place of a buffer."""
        return self._own.unpack_from(buffer, offset)

    def iter_unpack(self, buffer, /):
        """The values of a buffer that holds one piece after the other."""
        return self._own.each(buffer)

    def __repr__(self):
        return f'{type(self).__name__}({self._own.text!r})'
