# Classes derived from built-in types, and special methods that return the wrong thing.
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
# subclassing builtins
class L(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return ("item", super().__getitem__(i))
l = L([1, 2]); l.append(3); print(l, l[0], l[1:], list(l), len(l), l + [1], type(l + [1]), l * 2, sorted(l), L("ab"), repr(l), l == [1, 2, 6], isinstance(l, list), [*l], max(l), sum(l), l.copy(), type(l.copy()), l.index(6))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __missing__(self, k): return f"no {k}"
d = D(a=1); d["b"] = 2; d.update(c=3); print(d, d["zz"], d.get("zz"), "B" in d, {**d}, dict(d), D.fromkeys("xy", 0), d | {"q": 1}, type(d | {}), d.setdefault("n", 5), list(d.items()), D([("k", "v")]), d.pop("B"), d.copy(), type(d.copy()))
class S(str):
    def __new__(cls, v, tag=None): o = super().__new__(cls, v); o.tag = tag; return o
    def upper(self): return S(super().upper(), self.tag)
s = S("ab", tag=1); print(s, s.tag, s.upper().tag, type(s + "c"), s == "ab", hash(s) == hash("ab"), {s: 1}["ab"], f"{s:>4}", s.replace("a", "b"), type(s.replace("a", "b")), repr(s), "%s" % s, len(s), s[0], type(s[0]), s * 2, s in ["ab"], "-".join([s, s]))
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __repr__(self): return f"I({int(self)})"
    def __str__(self): return "str"
i = I(5); print(i, repr(i), i + 1, 1 + i, i * 2, -i, i == 5, [0] * i, range(i), list(range(3))[I(1)], f"{i} {i!r} {i:d} {i:5}", "%d %s" % (i, i), int(i), hash(i), bool(I(0)), i // 2, divmod(i, 2), i < 6, sum([i, i]), max(i, 3), I("12"), I.from_bytes(b"\x05", "big"), type(i.__neg__()))
class Fl(float): pass
print(Fl(1.5) + 1, type(Fl(1.5) + 1), repr(Fl(2)), Fl("3.5"), Fl(2).is_integer(), round(Fl(2.5)), f"{Fl(1.25):.1f}")
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
tt = T(1, 2); print(tt, tt.first, tt + (3,), type(tt[:1]), hash(tt) == hash((1, 2)), tt == (1, 2), {tt: 1}[(1, 2)], "%s-%s" % tt, [*tt], tt.count(1)); a, b = tt; print(a, b)
class St(set):
    def add(self, x): print("adding", x); super().add(x)
st = St([1, 2]); st.add(3); st |= {4}; print(st, type(st | {5}), st & {1, 9}, len(st), 3 in st, St("a"), st == {1, 2, 3, 4}, frozenset(st) == st)
class E(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
    def __reduce__(self): return (E, (1,))
e = E(1, b=3); print(e, repr(e), e.args, e.b, E.__mro__[1].__name__); t(E)
class By(bytes): pass
print(By(b"ab") + b"c", By([1, 2]), By(b"x")[0], By(b"abc")[1:], repr(By(b"q")))
class O:
    def __eq__(self, o): return True
    __hash__ = None
t(hash, O()); print(O() == 1, 1 == O(), O() != 1, [O()] == [5], O() in [1], [1].index(O()), (1, 2).count(O()))
class N:
    def __bool__(self): return "x"
t(bool, N()); t(lambda: 1 if N() else 2)
class Ln:
    def __len__(self): return -1
t(len, Ln()); t(bool, Ln())
class Ix:
    def __index__(self): return "a"
t(lambda: [1][Ix()]); t(range, Ix()); t(hex, Ix())
class R:
    def __repr__(self): return 5
t(repr, R()); t(str, R()); t(lambda: f"{R()}"); t(lambda: "%r" % R()); t(print, R()); t(lambda: [R()].__repr__())
class Fm:
    def __format__(self, s): return f"<{s}>"
    def __str__(self): return "S"
print(f"{Fm()} {Fm():abc} {Fm()!s:>3}", "{:x y}".format(Fm()), format(Fm(), "z"), "%s" % Fm())
class Fm2:
    def __format__(self, s): return 1
t(lambda: f"{Fm2()}"); t(lambda: f"{object():>5}"); t(lambda: format([], "x")); t(lambda: f"{None:5}")
class It:
    def __iter__(self): return 5
t(list, It()); t(lambda: [*It()]); t(iter, 5); t(lambda: dict([5])); t(lambda: 5 in It())
class Ct:
    def __contains__(self, x): return "yes"
print(5 in Ct(), 5 not in Ct())
class Cm:
    def __enter__(self): return 1
t(lambda: exec("with Cm(): pass")); 
class Cx:
    def __exit__(self, *a): pass
def w():
    with Cm(): pass
def w2():
    with Cx(): pass
def w3():
    with 5: pass
t(w); t(w2); t(w3)
class Nx:
    def __iter__(self): return self
    def __next__(self): return 1

print(next(iter(Nx())), next(zip(Nx(), "a")), [x for x, _ in zip(Nx(), range(2))])
class Cmp:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return NotImplemented
    def __eq__(s, o): return s.v == o.v if isinstance(o, Cmp) else NotImplemented
t(lambda: Cmp(1) < Cmp(2)); t(lambda: Cmp(1) > 5); t(lambda: sorted([Cmp(1), Cmp(2)])); print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(2), Cmp(1) == 1, Cmp(1) != 1, Cmp(1) in [Cmp(1)]); t(hash, Cmp(1)); t(max, Cmp(1), Cmp(2))
class Arith:
    def __radd__(s, o): return ("radd", o)
    def __rsub__(s, o): return NotImplemented
    def __iadd__(s, o): return "iadd"
    def __neg__(s): return "neg"
    def __getattr__(s, n): return f"attr:{n}"
x = Arith(); print(1 + x, [1] + x if False else "", -x, x.foo); x += 1; print(x); t(lambda: 1 - Arith()); t(lambda: Arith() + 1); t(lambda: +Arith()); t(lambda: Arith()()); t(lambda: len(Arith())); t(lambda: Arith()[0])
# property/classmethod combos
class P:
    _v = 0
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
    @classmethod
    def make(cls, *a, **k): return cls, a, k
    @staticmethod
    def st(*a): return a
    ro = property(lambda s: 5, doc="d")
class Q(P):
    @P.v.setter
    def v(self, x): self._v = x * 10
    @classmethod
    def make(cls, *a): return super().make(*a, q=1)
q = Q(); q.v = 2; print(q.v, Q.make(1), q.make(2), Q.st(1), q.ro, Q.ro.__doc__, P.v.fset is not Q.v.fset); t(lambda: setattr(q, "ro", 1)); t(lambda: delattr(q, "ro")); t(lambda: delattr(q, "v"))
# super variants
class A1:
    def __init__(self, **k): print("A1", k); super().__init__(**k)
class B1(A1):
    def __init__(self, b, **k): print("B1", b); super().__init__(**k)
class C1(A1):
    def __init__(self, c, **k): print("C1", c); super(C1, self).__init__(**k)
class D1(B1, C1): pass
D1(b=1, c=2); t(D1, b=1, c=2, d=3); t(lambda: super(D1, 5)); t(lambda: super().x); print(super(B1, D1).__init__.__qualname__)
class SA:
    x = 1
    def m(self): return "SA"
class SB(SA):
    x = 2
    def m(self): return super().m() + super().__getattribute__("m")() + str(super().x)
    @staticmethod
    def n(): return super(SB, SB).x
print(SB().m(), SB.n())
# __new__ games
class Sing:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v): self.v = v
print(Sing(1) is Sing(2), Sing(3).v)
class Wrong:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Wrong())
class BadInit:
    def __init__(self): return 5
t(BadInit)
t(lambda: type("X", (), {"__slots__": ["a"], "a": 1})); t(lambda: type("X", (object, object), {})); t(lambda: type("X", (bool,), {})); t(lambda: type("X", (type(None),), {})); t(lambda: type("", (), {}).__name__ == ""); t(lambda: type("X", (), {"__qualname__": 5}))
# class keyword & decorators
def deco(cls): cls.tag = "decorated"; return cls
@deco
@lambda c: type(c.__name__ + "2", (c,), {})
class Dec: pass
print(Dec.__name__, Dec.tag, Dec.__mro__[1].__name__)
class Outer:
    class Inner:
        def f(self): return __class__.__qualname__
    x = Inner
    def g(self): return __class__
print(Outer.Inner().f(), Outer.x.__qualname__, Outer().g() is Outer)
# eval/exec scopes
ns = {}; exec("a = 1\ndef f(): return a + b\nb = 2", ns); print(ns["f"](), sorted(k for k in ns if k != "__builtins__"), eval("x + y", {"x": 1}, {"y": 2}), eval("[i for i in range(n)]", {"n": 2}))
loc = {}; exec("z = len('abc')", {}, loc); print(loc); t(eval, "z"); t(exec, "def"); t(eval, "x = 1"); print(eval(compile("1+1", "f", "eval")), callable(eval))
# getattr on module, globals manip
globals()["dyn"] = 42; print(dyn, "dyn" in dir(), vars() is globals())
import sys
print(sys.modules["__main__"].__name__, sys.modules[__name__].dyn, __import__("math").pi > 3)
# del and reference semantic
a = [1]; b = a; del a[:]; print(b); x = y = []; x.append(1); print(y); m = [[0] * 2] * 2; m[0][0] = 1; print(m); c = b[:]; c.append(1); print(b, c)
def mut(l, d={}): l.append(1); d[len(d)] = 1; return d
print(mut([]), mut([]), mut.__defaults__)
print([i for i in range(3) for i in range(i)], (lambda: [i for i in range(2)])(), {i: j for i, j in zip("ab", range(2))}, {*"aab"} == {"a", "b"}, list(x + y for x in "ab" for y in "cd"), [[j for j in range(i)] for i in range(3)], sum(x * x for x in range(4)), any(x > 2 for x in range(4)), next((x for x in range(9) if x > 5), None))
