class Mine(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        s = super().__new__(cls, msg, excs); s.code = code; return s
    def derive(self, excs): return Mine(self.message, excs, self.code)
m = Mine("m", [ValueError(1), TypeError(2)], 7)
print(repr(m), m.args, m.exceptions)
print(repr(m.split(ValueError)[0]), m.split(ValueError)[0].args)
print(repr(m.subgroup(TypeError)))
l = [ValueError(1)]
e = ExceptionGroup("x", l); l.append(KeyError(2)); print(repr(e), e.args)
print(repr(ExceptionGroup("t", (ValueError(1),))), repr(ExceptionGroup("t", (ValueError(1), KeyError(2))).split(KeyError)))
class Plain(ExceptionGroup): pass
p = Plain("p", [ValueError(1), KeyError(2)])
print(repr(p), [repr(x) for x in p.split(KeyError)], repr(p.derive([OSError()])))
l=[ValueError(1)]
class S(list):
    def __repr__(self): return "S!"
e=ExceptionGroup("x", S(l)); print(repr(e), e.args)
class P(ExceptionGroup): pass
e=P("x", S(l)); print(repr(e), e.args)
e=P("x", l); print(repr(e), e.args); e.args=(1,2); print(repr(e)); e.args=(1,[2]); print(repr(e)); e.args=(1,[2],3); print(repr(e))
class T(tuple): pass
e=ExceptionGroup("x", T(l)); print(repr(e), e.args)
class N(ExceptionGroup):
    def __new__(cls, a): return super().__new__(cls, a, [ValueError(2)])
    def __init__(self, a): pass
e=N("q"); print(repr(e), e.args)
class N(ExceptionGroup):
    def __new__(cls, a): return super().__new__(cls, a, [ValueError(2)])
e=N("q"); print(repr(e), e.args)
