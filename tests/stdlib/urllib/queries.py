# Queries.
from urllib.parse import *


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for q in ['a=1&b=2&a=3', 'a', 'a=', '=b', 'a=1;b=2', 'a=%20+x', '&&', '', 'a=b=c', b'a=1&b=%ff', 'a=1&a',
        '%41=%42', None, 'a=é', bytearray(b'a=1')]:
    show(lambda: parse_qs(q))
    show(lambda: parse_qsl(q))
    show(lambda: parse_qs(q, True))
    show(lambda: parse_qsl(q, keep_blank_values=True, strict_parsing=True))
    show(lambda: parse_qsl(q, separator=';'))
    show(lambda: parse_qsl(q, max_num_fields=1))
    show(lambda: parse_qsl(q, separator=''))
    show(lambda: parse_qs(q, encoding='latin-1', errors='strict'))
show(lambda: parse_qsl('a', separator=5))
show(lambda: parse_qsl(5))
show(lambda: parse_qsl(b'a=1', separator='&'))
show(lambda: parse_qsl(b'a&b', separator=b'&'))
for q in [{'a': 1, 'b': 'x y'}, [('a', 1), ('a', 2)], {'a': [1, 2], 'b': 'é'}, {'a': b'\xff', 'b': (1, 'x')},
        '', 'ab', {}, 5, [1], {'a': None}, {b'k': 'v'}, {'a': '/?'}, [('a',)], {'x': []}]:
    show(lambda: urlencode(q))
    show(lambda: urlencode(q, True))
    show(lambda: urlencode(q, safe='/', quote_via=quote))
    show(lambda: urlencode(q, True, encoding='latin-1', errors='replace'))
s = urlsplit('http://u:p@h:8/p?q#f')
show(lambda: s._replace(scheme='x').geturl())
show(lambda: s[0:2])
show(lambda: s == tuple(s))
show(lambda: s.encode())
show(lambda: s.encode().decode())
show(lambda: urlparse(b'http://a:1/').port)
show(lambda: urlparse(b'http://U:p@A:1/').hostname)
show(lambda: urlparse(b'http://U:p@A:1/').username)
show(lambda: s._fields)
