# Formats, buffers, offsets and what is wrong with them.
import struct


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


show(lambda: struct.unpack('i', 'abc'))
show(lambda: struct.unpack_from('i', b'abc'))
show(lambda: struct.unpack_from('i', b'abcdef', 5))
show(lambda: struct.unpack_from('i', b'abcdef', -3))
show(lambda: struct.unpack_from('i', b'abcdef', -30))
show(lambda: struct.unpack_from('i', b'abcdef', offset=-4))
b = bytearray(8)
show(lambda: struct.pack_into('i', b, 0, 1))
show(lambda: struct.pack_into('i', b, 6, 1))
show(lambda: struct.pack_into('i', b, -2, 1))
show(lambda: struct.pack_into('i', b, -20, 1))
show(lambda: struct.pack_into('i', b, -4, 1))
show(lambda: struct.pack_into('i', b'', 0, 1))
show(lambda: struct.pack_into('i', b))
show(lambda: struct.pack_into('i'))
show(lambda: struct.pack_into('i', b, 0))
show(lambda: struct.pack_into('i', b, 'a', 1))
show(lambda: struct.pack_into('i', b, 0, 1, 2))
show(lambda: struct.pack_into('i', b, 1 << 70, 1))
show(lambda: list(struct.iter_unpack('h', b'abcd')))
show(lambda: struct.iter_unpack('h', b'abc'))
show(lambda: struct.iter_unpack('', b'abc'))
show(lambda: struct.iter_unpack('h', 'abc'))
show(lambda: struct.iter_unpack('h', b'').__length_hint__())
show(lambda: type(struct.iter_unpack('h', b'')))
s = struct.Struct('<ih')
show(lambda: (s, s.format, s.size, repr(s)))
show(lambda: s.pack(1, 2))
show(lambda: s.pack(1))
show(lambda: s.unpack(b'a'))
show(lambda: s.unpack_from(b'a'))
show(lambda: struct.Struct(b'<i').format)
show(lambda: s.pack_into(b))
show(lambda: s.pack_into(b, 0))
show(lambda: s.iter_unpack(b'1'))
show(lambda: s.__sizeof__() > 0)
for f in ['bi', 'bq', 'ib', 'i0q', '@bh', '=bq', '!H', '2xh', 'hxb', '0i', 'x', '3s0s', 'c 2c', ' i', 'i ',
        '<bq', 'bD', 'bF', 'be', 'bP', 'bn', '?h', 'b0i', '2 i', '<0s', '>bd']:
    show(lambda: (f, struct.calcsize(f)))
show(lambda: struct.error.__mro__)
show(lambda: struct.error.__module__)
show(lambda: struct.Struct.__module__)


class I:

    def __index__(self):
        return 5


class F:

    def __float__(self):
        return 2.5


class C:

    def __complex__(self):
        return 2.5j


show(lambda: struct.pack('bP', I(), I()))
