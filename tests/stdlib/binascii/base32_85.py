# Base32 and the base85 encodings.
import binascii as B, base64 as X, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for d in [b'', b'a', b'ab', b'abc', b'abcd', b'abcde', bytes(8), b'    ' * 2, b'\x00' * 4 + b'    ' + b'x',
        bytes(range(256)), bytearray(b'zz')]:
    for f in (X.b64encode, X.b32encode, X.b32hexencode, X.b16encode, X.b85encode, X.a85encode, X.z85encode,
            X.urlsafe_b64encode, X.standard_b64encode, X.encodebytes):
        show(lambda: f(d))
    show(lambda: X.b85encode(d, pad=True))
    show(lambda: X.a85encode(d, foldspaces=True))
    show(lambda: X.a85encode(d, wrapcol=10))
    show(lambda: X.a85encode(d, pad=True))
    show(lambda: X.a85encode(d, adobe=True))
    show(lambda: X.a85encode(d, adobe=True, wrapcol=3))
    show(lambda: X.b85decode(X.b85encode(d)) == bytes(d) and X.a85decode(X.a85encode(d)) == bytes(d) and (X.b32decode(X.b32encode(d)) == bytes(d)) and (X.b16decode(X.b16encode(d)) == bytes(d)) and (X.z85decode(X.z85encode(d)) == bytes(d)) and (X.b32hexdecode(X.b32hexencode(d)) == bytes(d)))
show(lambda: X.b64encode(b'\xff\xfe', b'-_'))
show(lambda: X.b64encode(b'a', b'-'))
show(lambda: X.b64decode(b'__--', b'-_'))
show(lambda: X.b64decode('_-', '-_'))
show(lambda: X.b64decode(b'YQ==', b'-'))
show(lambda: X.urlsafe_b64decode('__4='))
show(lambda: X.b64decode(b'+/+/', b'-_'))
show(lambda: X.b64encode('a'))
show(lambda: X.b64decode(b'YQ==!', validate=True))
show(lambda: X.standard_b64decode(b'YQ=='))
show(lambda: X.b64encode(b'a', '--'))
