# Values, defaults, interpolation, sections as mappings.
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


p = P('[DEFAULT]\nroot=/r\nn=5\n[s]\npath=%(root)s/x\nbad=%(nope)s\nb2=%(a\nb3=%x\npc=50%%\nloop=%(loop)s\nf=1.5\nb=yes\nb4=maybe\ni=0x\n[t]\nUP=1\n')
show(lambda: p.items('t', vars={'k': 'v'}))
show(lambda: p.items('DEFAULT'))
show(lambda: p['t']['up'])
show(lambda: p['q'])
show(lambda: p['t']['q'])
show(lambda: p['t'].get('q'))
show(lambda: p['t'].get('q', 'd'))
show(lambda: p['t'].getint('up'))
show(lambda: p['t'].getint('q', 4))
show(lambda: p['t'].getboolean('q'))
show(lambda: (len(p), list(p), 't' in p, 'up' in p['t'], 'UP' in p['t'], len(p['t']), list(p['t']),
        p['t'].name, p['t'].parser is p, repr(p['t']), p['t'] == p['t']))
show(lambda: p['t'].get('path', vars={'path': '1'}))
show(lambda: p['t'].get('qq', fallback=9))
show(lambda: p.add_section('t'))
show(lambda: p.add_section('DEFAULT'))
show(lambda: p.add_section(5))
show(lambda: p.add_section('new'))
show(lambda: p.set('new', 'a', 'b'))
show(lambda: p.set('new', 'a', 5))
show(lambda: p.set('new', 5, 'a'))
show(lambda: p.set('nn', 'a', 'b'))
show(lambda: p.set('new', 'a', '%'))
show(lambda: p.set('new', 'a', '%(x'))
show(lambda: p.set('new', 'a', '%%ok'))
show(lambda: p.set('new', 'a', None))
show(lambda: p.set('DEFAULT', 'q', '1'))
show(lambda: p.set('', 'q2', '1'))
show(lambda: p.remove_option('new', 'a'))
show(lambda: p.remove_option('new', 'a'))
show(lambda: p.remove_option('xx', 'a'))
show(lambda: p.remove_section('new'))
show(lambda: p.remove_section('new'))
show(lambda: p.__setitem__('z', {'A': 1, 'b': '2'}))
show(lambda: dict(p['z']))
show(lambda: p.__delitem__('z'))
show(lambda: p.__delitem__('z'))
show(lambda: p.__delitem__('DEFAULT'))
show(lambda: p['t'].__delitem__('nope'))
