"""Universally unique identifiers of RFC 9562.

Invariant: an identifier is one 128-bit number that never changes; everything else is read from it.
"""

from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
    'reserved for future definition']

_int, _bytes = int, bytes
_TOP = (1 << 128) - 1
# Where version and variant stand.
_MARKS = 0xf000c000000000000000
_VARIANT = 0x8000000000000000


class SafeUUID(Enum):
    """Whether an identifier was made so that no other process could make it at the same time."""

    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """An identifier."""

    __slots__ = ('int', 'is_safe', '__weakref__')

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if int is not None:
            number = int
        elif hex is not None:
            digits = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(digits) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            number = _int(digits, 16)
        elif fields is not None:
            number = _from_fields(fields)
        else:
            if bytes_le is not None:
                if len(bytes_le) != 16:
                    raise ValueError('bytes_le is not a 16-char string')
                bytes = (bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:])
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            number = _int.from_bytes(bytes)
        if not 0 <= number <= _TOP:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError('illegal version number')
            number = number & ~_MARKS | _VARIANT | version << 76
        object.__setattr__(self, 'int', number)
        object.__setattr__(self, 'is_safe', is_safe)

    def __getstate__(self):
        known = self.is_safe is not SafeUUID.unknown
        return {'int': self.int, 'is_safe': self.is_safe.value} if known else {'int': self.int}

    def __setstate__(self, state):
        object.__setattr__(self, 'int', state['int'])
        object.__setattr__(self, 'is_safe', SafeUUID(state.get('is_safe')))

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __str__(self):
        digits = f'{self.int:032x}'
        return f'{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}'

    @property
    def bytes(self):
        """The sixteen bytes, the highest first."""
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        """The sixteen bytes with the first three fields the other way round."""
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def fields(self):
        """The six fields."""
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    @property
    def time_low(self):
        """The first 32 bits."""
        return self.int >> 96

    @property
    def time_mid(self):
        """The next 16 bits."""
        return self.int >> 80 & 0xffff

    @property
    def time_hi_version(self):
        """The next 16 bits, the version in front."""
        return self.int >> 64 & 0xffff

    @property
    def clock_seq_hi_variant(self):
        """The next 8 bits, the variant in front."""
        return self.int >> 56 & 0xff

    @property
    def clock_seq_low(self):
        """The next 8 bits."""
        return self.int >> 48 & 0xff

    @property
    def time(self):
        """The time: in units of 100 ns since 15 October 1582, in milliseconds since 1970 for version 7."""
        number = self.int
        if self.version == 6:
            return number >> 96 << 28 | (number >> 80 & 0xffff) << 12 | number >> 64 & 0x0fff
        if self.version == 7:
            return number >> 80
        return (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        """The number that tells makers with one clock apart."""
        return (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low

    @property
    def node(self):
        """The last 48 bits."""
        return self.int & 0xffffffffffff

    @property
    def hex(self):
        """The digits without hyphens."""
        return f'{self.int:032x}'

    @property
    def urn(self):
        """The identifier as a URN."""
        return f'urn:uuid:{self}'

    @property
    def variant(self):
        """Who says what the bits mean."""
        bits = self.int >> 61 & 7
        if bits < 4:
            return RESERVED_NCS
        return RFC_4122 if bits < 6 else RESERVED_MICROSOFT if bits == 6 else RESERVED_FUTURE

    @property
    def version(self):
        """The version; None for identifiers of other variants."""
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError('fields is not a 6-tuple')
    number = 0
    for at, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
        if not 0 <= value < 1 << bits:
            name = f'need {"an" if bits == 8 else "a"} {bits}-bit value'
            raise ValueError(f'field {at} out of range ({name})')
        number = number << bits | value
    return number


def _made(number, version):
    """An identifier of a number, with the marks of a version."""
    made = object.__new__(UUID)
    object.__setattr__(made, 'int', number & ~_MARKS | _VARIANT | version << 76)
    object.__setattr__(made, 'is_safe', SafeUUID.unknown)
    return made


_node = None


def getnode():
    """The number of this machine's network card, or a random one with the mark of such."""
    global _node
    if _node is None:
        _node = _card() or _random(48) | 1 << 40
    return _node


def _card():
    """The lowest address that a card was given by its maker, or None."""
    import os
    local = None
    folder = '/sys/class/net'
    try:
        for name in sorted(os.listdir(folder)):
            with open(f'{folder}/{name}/address') as file:
                digits = file.read().strip().replace(':', '')
            number = int(digits, 16) if len(digits) == 12 else 0
            if number and not number & 1 << 41:
                return number
            local = local or number
    except (OSError, ValueError):
        pass
    return local or None


def _random(bits):
    import os
    return int.from_bytes(os.urandom((bits + 7) // 8)) >> -bits % 8


_last = {1: None, 6: None, 7: (None, 0)}


def _ticks(version):
    """The time in units of 100 ns since October 1582, later than any before."""
    import time
    now = time.time_ns() // 100 + 0x01b21dd213814000
    last = _last[version]
    if last is not None and now <= last:
        now = last + 1
    _last[version] = now
    return now


def uuid1(node=None, clock_seq=None):
    """An identifier of the time and the machine."""
    now = _ticks(1)
    if clock_seq is None:
        clock_seq = _random(14)
    if node is None:
        node = getnode()
    return UUID(fields=(now & 0xffffffff, now >> 32 & 0xffff, now >> 48 & 0x0fff, clock_seq >> 8 & 0x3f,
                        clock_seq & 0xff, node), version=1)


def _named(namespace, name, digest, version):
    if isinstance(name, str):
        name = name.encode('utf-8')
    return _made(int.from_bytes(digest(namespace.bytes + name, usedforsecurity=False).digest()[:16]), version)


def uuid3(namespace, name):
    """The identifier of a name, by MD5."""
    from hashlib import md5
    return _named(namespace, name, md5, 3)


def uuid4():
    """A random identifier."""
    return _made(_random(128), 4)


def uuid5(namespace, name):
    """The identifier of a name, by SHA-1."""
    from hashlib import sha1
    return _named(namespace, name, sha1, 5)


def uuid6(node=None, clock_seq=None):
    """An identifier of the time and the machine that sorts by time."""
    now = _ticks(6)
    if node is None:
        node = getnode()
    if clock_seq is None:
        clock_seq = _random(14)
    return _made((now >> 12 & 0xffffffffffff) << 80 | (now & 0x0fff) << 64 | (clock_seq & 0x3fff) << 48
                 | node & 0xffffffffffff, 6)


def uuid7():
    """An identifier of the time in milliseconds, a counter and random bits."""
    import time
    now = time.time_ns() // 1_000_000
    last, counter = _last[7]
    if last is None or now > last:
        # The highest bit stays free, so that there is room to count.
        counter = _random(41)
    else:
        now = last
        counter += 1
        if counter >> 42:
            now, counter = now + 1, _random(41)
    _last[7] = now, counter
    return _made((now & 0xffffffffffff) << 80 | (counter >> 30) << 64 | (counter & 0x3fffffff) << 32 | _random(32), 7)


def uuid8(a=None, b=None, c=None):
    """An identifier of three numbers of 48, 12 and 62 bits; random ones where none is given."""
    a, b, c = [_random(bits) if value is None else value for value, bits in ((a, 48), (b, 12), (c, 62))]
    return _made((a & 0xffffffffffff) << 80 | (b & 0xfff) << 64 | c & 0x3fffffffffffffff, 8)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
NIL = UUID('00000000-0000-0000-0000-000000000000')
MAX = UUID('ffffffff-ffff-ffff-ffff-ffffffffffff')
