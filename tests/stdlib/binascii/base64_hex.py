# Base64 strict and not, hexadecimal digits.
import binascii as B, base64 as X, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for d in [b'', b'YQ==', b'YQ=', b'YQ', b'Y', b'YWI=', b'YWJj', b'YWJjZA==', b'Y!Q=', b'YQ==\n', b'=YQ==',
        b'YQ==YQ==', b'YW=I', b'YWI=x', b'Y===', b'YQ===', b'=', b'====', b'Y\nQ==', 'YQ==', 'é', b'YWJj=',
        b'YR==', b'YWJjZ', b'YWJjZGVmZ', b'Y=Q=', b'YQ=x=', 5, b'YQ= =', b'  ']:
    show(lambda: (d, B.a2b_base64(d)))
    show(lambda: B.a2b_base64(d, strict_mode=True))
    show(lambda: X.b64decode(d))
    show(lambda: X.b64decode(d, validate=True))
show(lambda: B.b2a_base64(b'abc'))
show(lambda: B.b2a_base64(b'abcd', newline=False))
show(lambda: B.b2a_base64(b''))
show(lambda: B.b2a_base64('a'))
for d in [b'61', b'6', b'zz', 'ab', 'é', b'6 1', b'', 'aB', 3]:
    show(lambda: (d, B.a2b_hex(d)))
    show(lambda: B.unhexlify(d))
    show(lambda: X.b16decode(d))
    show(lambda: X.b16decode(d, True))
show(lambda: B.hexlify(b'abc'))
show(lambda: B.b2a_hex(b'abcde', ':'))
show(lambda: B.hexlify(b'abcde', b'-', 2))
show(lambda: B.hexlify(b'abcde', '-', -2))
show(lambda: B.hexlify(b'abcde', 'ab'))
show(lambda: B.hexlify('a'))
show(lambda: B.hexlify(b'abc', sep=1))
show(lambda: B.hexlify(data=b'abc', sep='_', bytes_per_sep=2))
show(lambda: B.hexlify(b'ab', ':', 0))
for d in [b'hello', b'', b'a' * 45, b'a' * 46, bytes(range(20)), 'a']:
    show(lambda: B.b2a_uu(d))
    show(lambda: B.b2a_uu(d, backtick=True))
