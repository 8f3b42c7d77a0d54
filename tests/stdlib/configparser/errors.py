# Errors, converters, the unnamed section.
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
p = C.ConfigParser()
p = C.ConfigParser(interpolation=C.ExtendedInterpolation())
p.read_string('[c]\nr=/x\nRe=9\n[s]\na=${c:r}/y\nb=${a}/z\nc=$${q}\nd=${nope}\ne=${c:no}\nf=${z:r}\ng=$x\nh=${a\ni=${a:b:c}\nl=${l}\n')
p = C.ConfigParser(interpolation=None)
p.read_string('[s]\na=%(b)s %')
p = C.RawConfigParser({'D': '1'}, allow_no_value=True)
p.read_string('[s]\nk\n')
p = C.ConfigParser(converters={'list': str.split})
p.read_string('[s]\na=1 2 3')
show(lambda: p['s'].getlist('a'))
show(lambda: p.getlist('s', 'q', fallback=[]))
show(lambda: p.converters['list'])
show(lambda: p.converters['int'].__name__)
show(lambda: p.getlist('s', 'q'))
show(lambda: p.converters.__setitem__('', int))
show(lambda: p.converters.__delitem__('zz'))
show(lambda: (p.converters.__delitem__('list'), hasattr(p, 'getlist')))
show(lambda: C.ConfigParser(converters=5))
show(lambda: C.ConfigParser(interpolation=5))
p = C.ConfigParser(allow_unnamed_section=True)
p.read_string('a=1\n[s]\nb=2\n')
show(lambda: p.get(C.UNNAMED_SECTION, 'a'))
show(lambda: p.sections())
show(lambda: out(p))
show(lambda: C.UNNAMED_SECTION)
show(lambda: p.add_section(C.UNNAMED_SECTION))
show(lambda: C.ConfigParser().add_section(C.UNNAMED_SECTION))
q = C.ConfigParser()
q.read_dict({'s': {'=x': '1'}})
show(lambda: out(q))
q = C.ConfigParser()
q.read_dict({'s': {'[x': '1'}})
show(lambda: out(q))
q = C.ConfigParser()
q.read_dict({'s': {'a=b': '1'}})
show(lambda: out(q))
q = C.ConfigParser()
q.read_dict({'s': {'a': 'x\ny'}})
show(lambda: out(q))
for e in (C.NoSectionError('a'), C.NoOptionError('o', 's'), C.DuplicateSectionError('a'),
        C.DuplicateSectionError('a', 's', 3), C.DuplicateOptionError('s', 'o'), C.DuplicateOptionError('s',
        'o', 'f', 4), C.ParsingError('f'), C.MissingSectionHeaderError('f', 1, 'x'),
        C.InterpolationError('o', 's', 'm'), C.InterpolationMissingOptionError('o', 's', 'r', 'ref'),
        C.InterpolationDepthError('o', 's', 'r'), C.InterpolationSyntaxError('o', 's', 'm'), C.Error('x'),
        C.Error(), C.MultilineContinuationError('f', 2, 'l'), C.UnnamedSectionDisabledError(),
        C.InvalidWriteError('q')):
    print(repr(e), str(e), e.args, type(e).__mro__[1].__name__, sorted(vars(e).items()))
e = C.ParsingError('f')
e.append(3, 'x\n')
show(lambda: (str(e), e.errors))
e2 = C.ParsingError('f')
e2.append(5, 'y')
show(lambda: str(e.combine([e2])))
show(lambda: C.ParsingError('f', (1, 'a')))
show(lambda: (C.DEFAULTSECT, C.MAX_INTERPOLATION_DEPTH, C.ConfigParser.BOOLEAN_STATES))
show(lambda: C.Interpolation().before_get(1, 2, 3, 4, 5))
show(lambda: repr(C.ConfigParser())[:14])
show(lambda: p['DEFAULT'].name)
show(lambda: p.default_section)


class R(C.ConfigParser):

    def optionxform(self, s):
        return s


r = R()
r.read_string('[A]\nKey=1\nkey=2')
show(lambda: D(r))
show(lambda: out(r))
