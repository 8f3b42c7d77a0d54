# Setting, removing and writing.
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


p = P('[DEFAULT]\nroot=/r\nn=5\n[s]\npath=%(root)s/x\nbad=%(nope)s\nb2=%(a\nb3=%x\npc=50%%\nloop=%(loop)s\nf=1.5\nb=yes\nb4=maybe\ni=0x\n[t]\nUP=1\n')
show(lambda: p['t'].__delitem__('up'))
show(lambda: p['t'].__setitem__('v', 'w'))
show(lambda: p['t'].__setitem__('v', 3))
show(lambda: p.popitem()[0])
show(lambda: p.pop('s')['n'])
show(lambda: p.popitem())
show(lambda: p.clear())
show(lambda: D(p))
show(lambda: p.setdefault('k', {'a': '1'})['a'])
show(lambda: p.update({'m': {'x': 'y'}}))
show(lambda: D(p))
p = C.ConfigParser()
show(lambda: p.read_dict({'a': {'x': 1, 'Y': None}, 'b': [('q', 'w')]}))
show(lambda: D(p))
show(lambda: p.read_dict({'a': {'x': 2, 'X': 3}}))
show(lambda: C.ConfigParser().read_dict({1: {'a': 'b'}, '1': {}}))
show(lambda: p.read(['/nope', '/nope2']))
show(lambda: p.read_file(['[z]', 'k=v']))
show(lambda: p.read_file(['[z']))
show(lambda: p.read_file(io.StringIO('zz')))
show(lambda: p.read_file(['a=1'], source='<s>'))
show(lambda: D(p))
show(lambda: p.read_string('x'))
show(lambda: p.optionxform('AbC'))
p = C.ConfigParser(interpolation=C.ExtendedInterpolation())
p.read_string('[c]\nr=/x\nRe=9\n[s]\na=${c:r}/y\nb=${a}/z\nc=$${q}\nd=${nope}\ne=${c:no}\nf=${z:r}\ng=$x\nh=${a\ni=${a:b:c}\nl=${l}\n')
for k in 'abcdefghil':
    show(lambda: p['s'][k])
show(lambda: p.set('s', 'q', '$'))
show(lambda: p.set('s', 'q', '$$ ${a}'))
show(lambda: p.set('s', 'q', '${'))
p = C.ConfigParser(interpolation=None)
p.read_string('[s]\na=%(b)s %')
show(lambda: p['s']['a'])
show(lambda: out(p))
show(lambda: out(p, space_around_delimiters=False))
p = C.RawConfigParser({'D': '1'}, allow_no_value=True)
p.read_string('[s]\nk\n')
show(lambda: (p['s']['k'], p['s']['d']))
show(lambda: out(p))
show(lambda: p.set('s', 'n', 5))
show(lambda: p.get('s', 'n'))
show(lambda: p.add_section(7))
show(lambda: D(p))
show(lambda: out(p))
p = C.ConfigParser(converters={'list': str.split})
p.read_string('[s]\na=1 2 3')
show(lambda: p.getlist('s', 'a'))
