# Tokens, choices and comparing.
import mimetypes as m, secrets, uuid, filecmp, fileinput, os, io, sys, tempfile, warnings
warnings.simplefilter('ignore')


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


show(lambda: (len(secrets.token_bytes()), len(secrets.token_hex(4)), len(secrets.token_urlsafe(9)),
        secrets.randbelow(1), secrets.choice('a'), 0 <= secrets.randbits(3) < 8))
show(lambda: secrets.randbelow(0))
show(lambda: secrets.compare_digest('a', 'a'))
show(lambda: secrets.compare_digest(b'a', b'b'))
show(lambda: secrets.compare_digest('é', 'é'))
show(lambda: secrets.compare_digest('a', b'a'))
show(lambda: secrets.compare_digest(b'ab', b'a'))
show(lambda: secrets.choice([]))
