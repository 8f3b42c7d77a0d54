# Uuencode, quoted-printable and checksums.
import binascii as B, base64 as X, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for d in [b'%:&5L;&\\ \n', b'', b'#86)C\n', b'#86)C', b'#86', b'#86)Cx\n', b'#86)C  \n', b'#8~)C', b'`\n',
        b' \n', b'!', b'\x7fabc', '#86)C', b'#86)\xff', b'!80``\n']:
    show(lambda: (d, B.a2b_uu(d)))
for d in [b'a=b', b'=3D', b'a=\nb', b'a =20\n', b'=\n', b'=', b'=4', b'=zz', b'==41', b'a_b', b'=\r\nx',
        b'a=x\nb', b'x=3dY', 'a=41', b'=4\n', b'ab =\ncd', b'=  \nx']:
    show(lambda: (d, B.a2b_qp(d)))
    show(lambda: B.a2b_qp(d, header=True))
for d in [b'a=b', b'a b\t', b'a \nb', b'x' * 80, b'\xe9\x00', b'.\n', b'.', b'a\r\nb', b' ', b'a_b c',
        b'\t\n', b'a\n.b', b'x' * 75 + b'\xe9', b'hi \r\nyo', b'.\nq', b'x' * 76, b'x' * 77, b'\n.\n',
        b'x' * 74 + b' \n', b'a\rb', b'\r\n \n']:
    for kw in ({}, dict(quotetabs=True), dict(istext=False), dict(header=True), dict(quotetabs=True,
            istext=False, header=True)):
        show(lambda: (d, kw, B.b2a_qp(d, **kw)))
show(lambda: B.crc32(b'hello'))
show(lambda: B.crc32(b'lo', B.crc32(b'hel')))
show(lambda: B.crc32(b'', 1 << 40))
show(lambda: B.crc32(b'a', -1))
show(lambda: B.crc_hqx(b'hello', 0))
show(lambda: B.crc_hqx(b'hello', 74565))
show(lambda: B.crc32('a'))
show(lambda: B.crc32(b'a', 'x'))
show(lambda: B.Error.__mro__)
show(lambda: B.Incomplete.__mro__)
