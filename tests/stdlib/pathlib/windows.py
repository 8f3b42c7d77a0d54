# Windows paths, matching, comparing.
from pathlib import *
P = PurePosixPath
W = PureWindowsPath


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'errno', None))


show(lambda: P('a') <= 1)
show(lambda: UnsupportedOperation.__mro__)
show(lambda: P('a/./b/../c//d/'))
show(lambda: P('//a/b'))
show(lambda: P('///a/b'))
show(lambda: P('./a:b'))
show(lambda: (str(P('')), P('').parts, P('.').name, P('..').name, P('a/..').suffix, P('.x.y').suffixes,
        P('a.').suffix, P('a..b').suffixes, P('.a').stem, P('a..').suffix, P('...').suffix,
        P('..a').suffix))
for w in ['c:/a/b', 'c:a/b', 'c:', '/a', '//h/s', '//h/s/', '//h/s/a', '\\\\?\\C:\\x', '//./COM1', 'c:/con',
        'a/nul.txt', '\\\\?\\UNC\\srv\\sh\\x', 'c:/a.txt ', './c:a', 'c:/.', '//h', '//', '///a',
        'c:/../a', '\\\\?\\x']:
    p = W(w)
    show(lambda: (p, str(p), p.drive, p.root, p.anchor, p.parts, p.name, p.suffix, p.parent, p.as_posix(),
            p.is_absolute()))
show(lambda: W('c:a', 'd:b', 'c:c', '/x', 'y'))
show(lambda: W('c:/a', 'c:b', 'D:/x', 'd:y'))
show(lambda: W('C:/A') == W('c:/a'))
show(lambda: hash(W('C:/A')) == hash(W('c:/a')))
show(lambda: W('c:/a/b').relative_to('C:/A'))
show(lambda: W('c:/a/b').relative_to('d:/', walk_up=True))
show(lambda: W('c:/a').full_match('C:/*'))
show(lambda: W('c:/a').match('c:*'))
show(lambda: P('a/b/c.py').match('b/*.py'))
show(lambda: P('/a.py').match('/*.py'))
show(lambda: P('a/b.py').match('/*.py'))
show(lambda: P('A').match('a', case_sensitive=False))
show(lambda: P('a/b/c').full_match('a/**'))
show(lambda: P('a').full_match('**/a'))
show(lambda: P('/a/b').full_match('/**/b'))
show(lambda: P('a/b').full_match('**b'))
show(lambda: P('a/b').full_match(P('a/*')))
show(lambda: P('.a/b').full_match('*/b'))
show(lambda: P(P('a'), W('b\\c')))
show(lambda: W(P('b\\c')))
show(lambda: Path('a').joinpath())
show(lambda: P.__class_getitem__('x'))
show(lambda: sorted([P('a/b'), P('a.b'), P('a'), P('B')]))
show(lambda: bytes(P('é')))
show(lambda: P('a').__fspath__())
show(lambda: format(P('a'), '>5'))
