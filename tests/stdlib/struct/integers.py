# Integers of all sizes, and what does not fit.
import struct


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for f in ['b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'n', 'N']:
    for pre in ['', '<'] if f not in 'nN' else ['']:
        for v in (-1, 1 << 70, -(1 << 70), 300, 1 << 20, 1 << 40, 'a', 1.5, None):
            show(lambda: (pre + f, v, struct.pack(pre + f, v)))
show(lambda: struct.pack('<n', 1))
show(lambda: struct.pack('<P', 1))
show(lambda: struct.pack('P', -1))
show(lambda: struct.pack('P', 'a'))
show(lambda: struct.pack('P', 1 << 70))
show(lambda: struct.pack('?', []))
show(lambda: struct.pack('c', 'a'))
show(lambda: struct.pack('c', b'ab'))
show(lambda: struct.pack('s', 'a'))
show(lambda: struct.pack('3s', b'abcd'))
show(lambda: struct.pack('3p', b'abcd'))
show(lambda: struct.pack('300p', b'a' * 299)[:5])
show(lambda: struct.pack('0p', b'abcd'))
show(lambda: struct.pack('p', 1))
show(lambda: struct.unpack('3p', b'\x05ab'))
show(lambda: struct.pack('f', 1e+40))
show(lambda: struct.pack('<f', 1e+40))
show(lambda: struct.pack('e', 1000000000.0))
show(lambda: struct.pack('<d', 'a'))
show(lambda: struct.pack('f', None))
show(lambda: struct.pack('e', 1 << 2000))
show(lambda: struct.pack('F', 1 + 2j))
show(lambda: struct.pack('>D', 1))
show(lambda: struct.pack('D', 'x'))
show(lambda: struct.pack('<F', 1e+40))
show(lambda: struct.pack('z', 1))
show(lambda: struct.pack('i'))
show(lambda: struct.pack('i', 1, 2))
show(lambda: struct.pack(''))
show(lambda: struct.pack('3'))
show(lambda: struct.pack(3))
show(lambda: struct.pack())
show(lambda: struct.pack('é', 1))
show(lambda: struct.pack(b'i', 1))
show(lambda: struct.calcsize('99999999999999999999i'))
show(lambda: struct.calcsize('9223372036854775807i'))
show(lambda: struct.unpack('i', b'abc'))
