# Results and old functions.
from urllib.parse import *
import urllib.parse as U


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


s = urlsplit('http://u:p@h:8/p?q#f')
show(lambda: s._asdict())
show(lambda: SplitResult('a', 'b', 'c', 'd', 'e').geturl())
show(lambda: DefragResult('a', 'b').geturl())
show(lambda: DefragResult('a', '').geturl())
show(lambda: urldefrag(b'a#b').decode())
show(lambda: urlunsplit(('http', 'h', 'p', '', '')))
show(lambda: urlunsplit(('', '', '//a', '', '')))
show(lambda: urlunsplit((b'http', b'h', b'/p', b'', b'')))
show(lambda: urlunsplit(('a', b'h', '', '', '')))
show(lambda: urlunparse(('http', 'h', '/p', 'x', '', 'f')))
show(lambda: urlunsplit(('http', '', '//x', '', '')))
show(lambda: urlunsplit(('mailto', '', 'a', '', '')))
show(lambda: U.uses_netloc)
show(lambda: U.uses_relative)
show(lambda: U.uses_params)
show(lambda: U.non_hierarchical)
show(lambda: U.uses_query)
show(lambda: U.uses_fragment)
show(lambda: U.scheme_chars)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for n in ['splittype', 'splithost', 'splitport', 'splitquery', 'splittag', 'splituser', 'splitpasswd',
            'splitattr', 'splitvalue', 'splitnport', 'to_bytes', 'unwrap']:
        show(lambda: (n, getattr(U, n)('<URL:http://u:p@h:80/x;a=b?q#t>')))
        show(lambda: getattr(U, n)('//h:80/x;a=b?q#t'))
        show(lambda: getattr(U, n)('h:z'))
        show(lambda: getattr(U, n)('a:b@c'))
        show(lambda: getattr(U, n)(''))
    for x in w:
        print(x.message)
