def t(f):
    try: print("->", f())
    except BaseException as e: print(type(e).__name__, e, type(e.__cause__).__name__)
class E1(Exception):
    def __new__(cls, *a): return KeyError("from new")
class E2(Exception):
    def __new__(cls, *a): return 5
class E3(Exception):
    def __new__(cls, *a): return None
class E4(Exception):
    def __init__(self, x): pass
class M(type):
    def __call__(cls, *a): return "meta"
class E5(Exception, metaclass=M): pass
class M2(type):
    def __call__(cls, *a): return ValueError("m2")
class E6(Exception, metaclass=M2): pass
class E7(BaseException):
    def __new__(cls, *a): raise TypeError("in new")
def r(c): raise c
def rf(c, d): raise c from d
for c in (E1, E2, E3, E4, E5, E6, E7): t(lambda: r(c)); t(lambda: rf(ValueError, c))
t(lambda: r(5)); t(lambda: r("s")); t(lambda: r(int)); t(lambda: r(None)); t(lambda: rf(ValueError, 5)); t(lambda: rf(ValueError, int)); t(lambda: rf(ValueError, None))
def g():
    yield 1
x = g(); next(x)
for c in (E1, E2, E3, E4, E5, E6, E7, 5, int):
    x = g(); next(x); t(lambda: x.throw(c))
    x = g(); t(lambda: x.throw(c))
class C:
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw)
class D(C, a=1): pass
class Meta(type):
    def __prepare__(name, bases, **kw): print("prep", name, kw); return {"pre": 1}
    def __new__(m, name, bases, ns, **kw):
        print(sorted(k for k in ns if not k.startswith(("__firstl", "__static", "__classdict")))); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", kw)
    def mro(cls): print("mro"); return super().mro()
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __call__(cls, *a): print("call", a); return super().__call__(*a)
    def __getattr__(cls, n): return "ga " + n
    def __len__(cls): return 7
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return k
    def __bool__(cls): return False
    def __add__(cls, o): return "plus"
    def __repr__(cls): return "R"
    def __dir__(cls): return ["q", "p"]
    def __eq__(cls, o): return o == 3
    def __hash__(cls): return 1
    def __setattr__(cls, n, v): print("set", n); super().__setattr__(n, v)
    def __delattr__(cls, n): print("del", n); super().__delattr__(n)
class X(metaclass=Meta, k=1):
    y = 2
    def f(self): return __class__
print(isinstance(5, X), isinstance(6, X), issubclass(int, X), issubclass(str, X), X.foo, len(X), list(X), 1 in X, X[4], bool(X), X + 1, X, dir(X), X == 3, hash(X))
X.z = 1; del X.z; x = X(); print(type(x).__mro__, x.f())
class BadMro(type):
    def mro(cls): return 5
t(lambda: BadMro("B", (), {}))
class BadMro2(type):
    def mro(cls): return [cls, 5]
t(lambda: BadMro2("B", (), {}))
class BadMro3(type):
    def mro(cls): return [int, object]
t(lambda: BadMro3("B", (), {}))
class BadPrep(type):
    def __prepare__(*a): return 5
def mk():
    class Q(metaclass=BadPrep): pass
t(mk)
def mk():
    class Q(metaclass=5): pass
t(mk)
def mk():
    class Q(metaclass=lambda *a, **k: (a[0], sorted(k))): pass
    return Q
t(mk)
class ND(type):
    def __new__(m, n, b, ns): print("__classcell__" in ns); return type.__new__(m, n, b, {k: v for k, v in ns.items() if k != "__classcell__"})
def mk():
    class Q(metaclass=ND):
        def f(self): return __class__
    return Q().f()
t(mk)
t(lambda: type("N", (), {"__classcell__": 5}))
t(lambda: type("N", (int, str), {})); t(lambda: type("N", (bool,), {})); t(lambda: type("N", (5,), {})); t(lambda: type(5, (), {})); t(lambda: type("a\0b", (), {}))
