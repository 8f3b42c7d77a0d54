# Pure paths: parts, names, messages.
from pathlib import *
import pathlib, sys
P = PurePosixPath
W = PureWindowsPath


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'errno', None))


show(lambda: P('a').with_name(''))
show(lambda: P('').with_name('x'))
show(lambda: P('a').with_name('x/y'))
show(lambda: P('a').with_name('.'))
show(lambda: P('a').with_name('..'))
show(lambda: P('a.py').with_suffix('txt'))
show(lambda: P('a.py').with_suffix('.'))
show(lambda: P('a.py').with_suffix('.t/x'))
show(lambda: P('').with_suffix('.x'))
show(lambda: P('..').with_suffix('.x'))
show(lambda: P('a.py').with_stem(''))
show(lambda: P('a').with_stem(''))
show(lambda: P('a.').with_stem('b'))
show(lambda: P('a/b').relative_to('c'))
show(lambda: P('/a/b').relative_to('c', walk_up=True))
show(lambda: P('a/b').relative_to('../c', walk_up=True))
show(lambda: P('a/b').relative_to('c', walk_up=True))
show(lambda: P('a/b').is_relative_to('a'))
show(lambda: P(1))
show(lambda: P(b'a'))
show(lambda: P('a') / 1)
show(lambda: 1 / P('a'))
show(lambda: P('a') < W('a'))
show(lambda: P('a') == W('a'))
show(lambda: WindowsPath('a'))
show(lambda: P('a', x=1))
show(lambda: Path('a', x=1))
show(lambda: P('a').match(''))
show(lambda: P('a').full_match(''))
show(lambda: P('').full_match(''))
show(lambda: Path.from_uri('http://x'))
show(lambda: Path.from_uri('file:///a%20b'))
show(lambda: Path.from_uri('file:a'))
show(lambda: Path.from_uri('file://localhost/a'))
show(lambda: Path.from_uri('file://foo/a'))
show(lambda: W('a/b/c').parents[5])
show(lambda: W('a/b/c').parents[-1])
show(lambda: W('a/b/c').parents[0:2])
show(lambda: list(Path('.').glob('')))
show(lambda: list(Path('.').glob('/a')))
show(lambda: list(Path('.').rglob('/a')))
show(lambda: P('a/b').__reduce__())
show(lambda: P('a', 'b/c', '/d', 'e').__reduce__())
