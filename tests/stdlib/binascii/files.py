# Decoding base85 and files of base64.
import binascii as B, base64 as X, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for d in [b'', b'ME======', b'ME', b'ME=====', b'me======', b'M1======', b'MFRGGZDF', b'=', b'MF======',
        b'A=======', b'AAA=====', b'AAAAAA==', b'AA=A====', 'ME======', b'M0======', b'MI======',
        b'!!!!!!!!', b'ABCDEFG=', b'========']:
    show(lambda: (d, X.b32decode(d)))
    show(lambda: X.b32decode(d, True))
    show(lambda: X.b32decode(d, map01='I'))
    show(lambda: X.b32decode(d, map01=b'L'))
    show(lambda: X.b32hexdecode(d))
    show(lambda: X.b32hexdecode(d, True))
show(lambda: X.b32decode(b'', map01='xx'))
for d in [b'', b'~~~~~', b'VPaz', b'abc', b'!', b'"', b'VP az', b'|NsC0', b'|NsC1', b'a', 'VPaz', b'\x80aaaa',
        b'aaaaa!']:
    show(lambda: (d, X.b85decode(d)))
    show(lambda: X.z85decode(d))
for d in [b'', b'z', b'y', b'az', b'ABCDE', b's8W-!', b's8W-"', b'v', b'<~z~>', b'z~>', b'<~z', b'~>',
        b'<~~>', b'A B\nC', b'a', b'ab', '<~87cUR~>', b'87cURD]', b'aby', b'\x00']:
    show(lambda: (d, X.a85decode(d)))
    show(lambda: X.a85decode(d, foldspaces=True))
    show(lambda: X.a85decode(d, adobe=True))
    show(lambda: X.a85decode(d, ignorechars=b'A'))
i = io.BytesIO(b'x' * 100)
o = io.BytesIO()
show(lambda: X.encode(i, o))
show(lambda: o.getvalue())
o.seek(0)
p = io.BytesIO()
show(lambda: X.decode(o, p))
show(lambda: p.getvalue())
show(lambda: X.encodebytes('a'))
show(lambda: X.decodebytes('a'))
show(lambda: X.decodebytes(b'YQ==\nYg=='))
show(lambda: X.encodebytes(b'x' * 120))
show(lambda: X.encodebytes([1]))
show(lambda: X.b85encode('a'))
show(lambda: X.b16encode('a'))
show(lambda: X.b32encode('a'))
show(lambda: X.b32decode(5))
show(lambda: X.a85encode('a'))
show(lambda: X.z85encode('a'))
show(lambda: X.z85decode(5))
show(lambda: X.MAXLINESIZE + X.MAXBINSIZE)
