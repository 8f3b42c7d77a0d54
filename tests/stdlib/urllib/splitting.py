# Taking addresses apart and putting them together.
from urllib.parse import *
import urllib.parse as U


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


urls = ['', 'http://a/b?c#d', 'HTTP://User:Pw@Host.COM:80/p;x=1?q=1#f', '//h/p', 'a:b', 'mailto:a@b', 'http:',
        'http://', '/p?q', '?q', '#f', 'http://[::1]:80/x', 'http://[::1', 'http://a]b/', 'http://a:x/',
        'http://a:99999/', 'http://a:/', ' http://a/ ', 'ht\ntp://a\t/b', '1http://a', 'a;b',
        'http://a;b/c;d?e', 'file:///x', 'x://a?b', 'path;p/q;r', 'http://a@b@c/', 'http://[v1.x]/',
        'http://[v1]/', 'http://[1.2.3.4]/', 'http://[::1]a/', 'http://x[::1]/', 'http://a℀b/',
        'http://É/', 'http://a/b#c?d', 'data:,x', ':a', '://a', 'http:///p', '////a', 'http:////a', 'a//b',
        'http://-/?', 'sip:a;b', 'ftp://a/b;type=a', 'http://@/', 'http://:@/', 'http://u@/',
        'http://a:1_0/', 'http://a:-1/', 'http://[fe80::1%25en0]/', 'tel:123', 'x-y+z.1:q',
        '\x00\x1fhttp://a', 'http://a:٣/', b'http://a/b?c', b'', b'\xff']
for u in urls:
    show(lambda: urlsplit(u))
    show(lambda: urlparse(u))
    show(lambda: urlunsplit(urlsplit(u)))
    show(lambda: urlunparse(urlparse(u)))
    show(lambda: urldefrag(u))
    show(lambda: (urlsplit(u).username, urlsplit(u).password, urlsplit(u).hostname))
    show(lambda: urlsplit(u).port)
    show(lambda: urlsplit(u).geturl())
show(lambda: urlsplit('a', 'http'))
show(lambda: urlsplit('a#b', allow_fragments=False))
show(lambda: urlparse('a;b#c', 'x', False))
show(lambda: urlsplit('a', b'http'))
show(lambda: urlsplit(5))
show(lambda: urlsplit(None))
show(lambda: urlsplit(b'a', 'http'))
for b in ['http://a/b/c/d;p?q', 'http://a/b/c/d', 'http://a', 'http://a/', '', 'mailto:x', 'file:///a/b',
        'a/b', 'http://a/b/../c/', 'svn://h/p', 'svn+ssh://h/p/q', 'http://a?x', 'x:y/z', '//h/a']:
    for r in ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', '', '.',
            './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', '/../g', 'g.', '..g',
            './../g', './g/.', 'g/./h', 'g/../h', 'g;x=1/../y', 'http:g', 'http:', 'http://x/../y', '..//g',
            '?', '#', 'mailto:q', '///x']:
        show(lambda: urljoin(b, r))
show(lambda: urljoin('http://a/b#c', '#d', False))
show(lambda: urljoin(b'http://a/b', b'c'))
show(lambda: urljoin('a', b'b'))
show(lambda: urljoin(None, 'a'))
