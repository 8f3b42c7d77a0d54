# Floats, complex numbers and conversions.
import struct


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class I:

    def __index__(self):
        return 5


class F:

    def __float__(self):
        return 2.5


class C:

    def __complex__(self):
        return 2.5j


show(lambda: struct.pack('<df', F(), F()))
show(lambda: struct.pack('D', C()))
show(lambda: struct.pack('d', I()))
show(lambda: struct.pack('D', F()))
show(lambda: struct.pack('d', 10 ** 400))
show(lambda: struct.pack('e', 65520.0))
show(lambda: struct.pack('e', 65519.0))
show(lambda: struct.pack('<e', float('nan')))
show(lambda: struct.pack('<f', float('-inf')))
show(lambda: struct.pack('<f', 1e-45))
show(lambda: struct.pack('<f', 7e-46))
show(lambda: struct.pack('<d', 5e-324))
show(lambda: struct.pack('<d', -0.0))
show(lambda: struct.pack('<f', 3.4028235677973366e+38))
show(lambda: struct.pack('<f', 3.40282356e+38))
show(lambda: struct.unpack('<f', b'\x00\x00\xc0\x7f'))
show(lambda: struct.unpack('<eee', b'\x01\x00\x00|\x00\xfe'))
show(lambda: struct.unpack('<d', b'\x01\x00\x00\x00\x00\x00\x00\x00'))
show(lambda: struct.unpack('D', bytes(16)))
show(lambda: struct.unpack('>q', b'\xff' * 8))
show(lambda: struct.unpack('?c', b'\x02a'))
show(lambda: struct.unpack('2s2xP', b'ab' + bytes(14)))
show(lambda: struct.pack('2s2xP', b'a', 258))
show(lambda: struct.unpack('n', b'\xff' * 8))
show(lambda: struct.pack('e', 6e-08))
show(lambda: struct.pack('e', 2.9e-08))
show(lambda: struct.pack('e', 3e-08))
show(lambda: struct.pack('>e', 1.0009765625))
show(lambda: struct.pack('>e', 2049.0))
show(lambda: struct.unpack_from('i', buffer=b'abcdefgh', offset=2))
show(lambda: struct.pack('<3?', 1, 0, 'a'))
show(lambda: struct.pack('<2c', b'a', bytearray(b'b')))
show(lambda: struct.pack('4s', bytearray(b'ab')))
show(lambda: struct.unpack('<H', bytearray(b'ab')))
show(lambda: struct.calcsize(1))
show(lambda: struct.calcsize('<z'))


class S(struct.Struct):

    def __init__(self, f, more):
        super().__init__(f)
        self.more = more


show(lambda: struct.pack('i' * 3, 1, 2))
show(lambda: struct.Struct('i') == struct.Struct('i'))
show(lambda: struct.unpack('d' * 2, bytes(8)))
