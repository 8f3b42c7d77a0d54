# Making, parsing, fields and order.
import mimetypes as m, secrets, uuid, filecmp, fileinput, os, io, sys, tempfile, warnings
warnings.simplefilter('ignore')


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


U = uuid.UUID
x = U('12345678-1234-5678-1234-567812345678')
show(lambda: (x, str(x), x.hex, x.int, x.urn, x.bytes, x.bytes_le, x.fields, x.time_low, x.time_mid,
        x.time_hi_version, x.clock_seq_hi_variant, x.clock_seq_low, x.time, x.clock_seq, x.node, x.variant,
        x.version, x.is_safe, hash(x) == hash(x.int)))
show(lambda: U(bytes=x.bytes) == U(bytes_le=x.bytes_le) == U(fields=x.fields) == U(int=x.int) == U('{12345678123456781234567812345678}') == U('urn:uuid:' + str(x)))
for k in [dict(), dict(hex='1'), dict(hex='z' * 32), dict(bytes=b'1'), dict(bytes_le=b'1'), dict(fields=(1,)),
        dict(fields=(1 << 32, 0, 0, 0, 0, 0)), dict(fields=(0, 1 << 16, 0, 0, 0, 0)), dict(fields=(0, 0,
        1 << 16, 0, 0, 0)), dict(fields=(0, 0, 0, 256, 0, 0)), dict(fields=(0, 0, 0, 0, 256, 0)),
        dict(fields=(0, 0, 0, 0, 0, 1 << 48)), dict(int=-1), dict(int=1 << 128), dict(int=0, version=9),
        dict(int=0, version=0), dict(int=0, version=4), dict(hex='0' * 32, int=0), dict(int=1, version=8),
        dict(hex=5)]:
    show(lambda: U(**k))
show(lambda: x < U(int=0))
show(lambda: x < 5)
show(lambda: x == 5)
show(lambda: setattr(x, 'int', 5))
show(lambda: sorted([x, U(int=1)]))
show(lambda: (uuid.NIL, uuid.MAX, uuid.MAX.variant, uuid.NIL.variant, uuid.NAMESPACE_DNS,
        uuid.NAMESPACE_X500.version))
show(lambda: [(f().version, f().variant == uuid.RFC_4122) for f in (uuid.uuid1, uuid.uuid4, uuid.uuid6,
        uuid.uuid7, uuid.uuid8)])
show(lambda: uuid.uuid8(1, 2, 3))
show(lambda: uuid.uuid8(1 << 50, 1 << 13, 1 << 63))
show(lambda: uuid.uuid1(5, 6).node)
show(lambda: uuid.uuid1(5, 6).clock_seq)
show(lambda: (uuid.uuid6(5, 6).node, uuid.uuid6(5, 6).clock_seq))
l = [uuid.uuid7() for _ in range(50)]
show(lambda: l == sorted(l) and len(set(l)) == 50)
l = [uuid.uuid6() for _ in range(50)]
show(lambda: l == sorted(l))
show(lambda: abs(uuid.uuid7().time - __import__('time').time() * 1000) < 5000)
show(lambda: abs(uuid.uuid6().time - uuid.uuid1().time) < 10 ** 8)
show(lambda: 0 < uuid.getnode() < 1 << 48 and uuid.getnode() == uuid.getnode())
show(lambda: list(uuid.SafeUUID))
show(lambda: U(int=5, is_safe=uuid.SafeUUID.safe).is_safe)
show(lambda: U('12345678-1234-5678-1234-56781234567'))
show(lambda: int(x))
show(lambda: f'{x}')
show(lambda: x.__getstate__())
import copy
show(lambda: copy.deepcopy(x) == x)
