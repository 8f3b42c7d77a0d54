# Joining and quoting.
from urllib.parse import *


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for s in ['abc', 'a b', 'a/b?c', 'é~_.-', '', '%', b'\xff a', 'a+b', '€', "'()*!"]:
    show(lambda: quote(s))
    show(lambda: quote(s, safe=''))
    show(lambda: quote_plus(s))
    show(lambda: quote(s, 'é ?'))
    show(lambda: quote_plus(s, '/'))
    show(lambda: quote(s, encoding='latin-1', errors='replace'))
    show(lambda: quote(s, safe=b'?'))
show(lambda: quote(5))
show(lambda: quote_from_bytes('a'))
show(lambda: quote_from_bytes(b'a/b', b''))
show(lambda: quote_from_bytes(bytearray(b'a b')))
show(lambda: quote(b'a', encoding='x'))
show(lambda: quote(b'a', errors='x'))
show(lambda: quote('é', encoding='ascii'))
show(lambda: quote_plus(5))
show(lambda: quote_plus(b'a b'))
for s in ['a%20b', '%', '%2', '%zz', '%e9', '%C3%A9x%41', 'a+b', '', '%E2%82', 'é%C3%A9', '%25%', b'a%20b',
        '%C3é%A9', '%0a']:
    show(lambda: unquote(s))
    show(lambda: unquote_plus(s) if isinstance(s, str) else 0)
    show(lambda: unquote_to_bytes(s))
    show(lambda: unquote(s, 'latin-1'))
    show(lambda: unquote(s, errors='strict'))
show(lambda: unquote(5))
show(lambda: unquote_to_bytes(5))
show(lambda: unquote('a%20', None, None))
