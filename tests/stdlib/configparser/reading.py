# Files under many rules.
import configparser as C, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'args', None))


def P(s, cls=C.ConfigParser, **k):
    p = cls(**k)
    p.read_string(s, 'src')
    return p


def D(p):
    return ({s: dict(p.items(s, raw=True)) for s in p.sections()}, dict(p.defaults()))


def out(p, **k):
    o = io.StringIO()
    p.write(o, **k)
    return o.getvalue()


for s in ['[a]\nx=1\ny: 2\nz = a = b\n', '[a]\nx=1\n y\n  z\nw=2', '[a]\nx\n', 'x=1\n', '[a]\n[a]\n',
        '[a]\nx=1\nX=2\n', '[DEFAULT]\nd=1\n[a]\nx=%(d)s\n', '[a\nx=1', '[a]\n=1\n', '[a]\nx=\n',
        '[a]\nx=1\n\n 2\n\n\n[b]\ny=1\n', '# c\n; d\n[a] # hi\nx=1 ; no\n#z\n  # in\n  y=2\n', '[]\nx=1',
        '[a]b]\nx=1', '[a]\nx=1\n[b]\n\n  x=2\n    y\n', '[a]\n  x=1\n  y=2\n    z\n', '  [a]\nx=1\n',
        '[a]\nx\n y\n', '\ufeff[a]\nx=1', '[a]\nbad\nbad2\n', '[a]\nx = 1\n#c\n  2\n', '[a]\nx y=1\n',
        '[ a ]\nx=1\n', '[a]\nx:=1\n', '[DEFAULT]\na=1\n[DEFAULT]\nb=2\n']:
    for k in ({}, dict(allow_no_value=True), dict(strict=False), dict(inline_comment_prefixes=('#', ';')),
            dict(empty_lines_in_values=False), dict(delimiters=('=',)), dict(allow_unnamed_section=True),
            dict(comment_prefixes='/'), dict(default_section='a')):
        show(lambda: D(P(s, **k)))
        show(lambda: out(P(s, **k)))
p = P('[DEFAULT]\nroot=/r\nn=5\n[s]\npath=%(root)s/x\nbad=%(nope)s\nb2=%(a\nb3=%x\npc=50%%\nloop=%(loop)s\nf=1.5\nb=yes\nb4=maybe\ni=0x\n[t]\nUP=1\n')
show(lambda: p.sections())
show(lambda: p.get('s', 'path'))
show(lambda: p.get('s', 'bad'))
show(lambda: p.get('s', 'b2'))
show(lambda: p.get('s', 'b3'))
show(lambda: p.get('s', 'pc'))
show(lambda: p.get('s', 'loop'))
show(lambda: p.get('s', 'path', raw=True))
show(lambda: p.get('s', 'path', vars={'ROOT': '/v'}))
show(lambda: p.get('s', 'zz'))
show(lambda: p.get('zz', 'a'))
show(lambda: p.get('s', 'zz', fallback=3))
show(lambda: p.get('zz', 'a', fallback=None))
show(lambda: p.getint('s', 'n'))
show(lambda: p.getint('s', 'i'))
show(lambda: p.getfloat('s', 'f'))
show(lambda: p.getboolean('s', 'b'))
show(lambda: p.getboolean('s', 'b4'))
show(lambda: p.getboolean('s', 'zz', fallback=True))
show(lambda: p.has_option('s', 'N'))
show(lambda: p.has_option('', 'n'))
show(lambda: p.has_option('q', 'n'))
show(lambda: p.has_section('DEFAULT'))
show(lambda: p.options('s'))
show(lambda: p.options('q'))
show(lambda: p.items('t'))
show(lambda: p.items('q'))
show(lambda: list(p.items()))
