# Member descriptors, and classes with both slots and a __dict__.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class P:
    __slots__ = ("x", "__priv", "_y")
    def __init__(self): self.x = 1; self.__priv = 2
class D(P): pass
class E(P):
    __slots__ = {"z": "doc of z", "__dict__": None}
class F(D):
    __slots__ = ("w",)
p, d, e, f = P(), D(), E(), F()
print(P.x, P._P__priv, E.z.__doc__, P.x.__name__, P.x.__objclass__, P.x.__qualname__, type(P.x), P.__slots__, E.__slots__)
d.x = 5; d.a = 1; f.w = 3; f.x = 9; f.q = 2; e.z = 7; e.other = 8
print(d.__dict__, f.__dict__, e.__dict__, d.x, f.w, f.x, e.z, vars(e), hasattr(p, "__dict__"), hasattr(d, "__dict__"))
t(lambda: p._y); t(lambda: setattr(p, "nope", 1)); t(lambda: delattr(p, "_y")); t(lambda: P.x.__get__(p)); t(lambda: P.x.__get__(p, P)); t(lambda: P.x.__get__(None, P)); t(lambda: P.x.__get__(3)); t(lambda: P.x.__set__(p, 11)); t(lambda: p.x); t(lambda: P.x.__delete__(p)); t(lambda: p.x); t(lambda: P.x.__delete__(p)); t(lambda: P.x.__set__(3, 1))
t(lambda: type("A", (), {"__slots__": (1,)})); t(lambda: type("A", (), {"__slots__": ("a b",)})); t(lambda: type("A", (int,), {"__slots__": ("a",)})); t(lambda: type("A", (int,), {"__slots__": ()})()); t(lambda: type("A", (), {"__slots__": "abc"})().abc); t(lambda: type("A", (D,), {"__slots__": ("__dict__",)})); t(lambda: type("A", (list,), {"__slots__": ("k",)})([1]).k); t(lambda: type("A", (tuple,), {"__slots__": ("k",)}))
t(lambda: type("A", (), {"__slots__": (n for n in "ab")})().a)
d.__dict__["x"] = "shadow"; print(d.x, d.__dict__); d.__dict__ = {"new": 1}; print(d.x, d.new, d.__dict__)
del d.x; t(lambda: d.x); print(d.__dict__)
class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __repr__(self): return f"Point({self.x}, {self.y})"
ps = [Point(i, -i) for i in range(5)]
for q in ps:
    q.x += 1; q.y *= 2
print(ps, Point(1,2) == Point(1,2)); t(lambda: hash(Point(1,2)))
class Desc:
    __slots__ = ("v",)
    x = property(lambda s: s.v)
o = Desc(); t(lambda: o.x); o.v = 4; print(o.x)
for i in range(3):
    o.v = i
    del o.v
    t(lambda: o.v)
class W:
    def __set__(self, i, v): print("set", v)
class W2:
    def __delete__(self, i): print("del")
class H: a = W(); b = W2()
h = H(); h.a = 1; t(lambda: delattr(h, "a")); t(lambda: setattr(h, "b", 1)); del h.b
class Empty: __slots__ = ()
t(lambda: setattr(Empty(), "a", 1)); print(Empty.__slots__, dir(Point)[-2:], Point.__dict__["x"], "x" in Point.__dict__)
class Sup(Point):
    __slots__ = ("x",)
s = Sup(1, 2); print(s.x, s.y, Sup.x, Point.x)
p2 = P(); p3 = P(); t(lambda: setattr(p2, "__class__", Point))
match Point(1, 2):
    case Point(x=1, y=yy): print("m", yy)
class Cnt:
    __slots__ = "n"
    def __init__(self): self.n = 0
    def inc(self): self.n += 1
c = Cnt()
for _ in range(1000): c.inc()
print(c.n, sorted(["b", "a"]))
t(lambda: "x" * Point(1,2)); t(lambda: [1] * Point(1, 2)); t(lambda: Point(1,2) * "x"); t(lambda: "a" * 1.5); t(lambda: 1.5 * "a"); t(lambda: [1] * "a"); t(lambda: "a" * "b"); t(lambda: None * "a"); t(lambda: {} * "a"); t(lambda: () * None); t(lambda: b"a" * [])
t(lambda: type("M", (P, Exception), {})); t(lambda: type("M", (P, Point), {})); t(lambda: type("M", (P, D), {}));t(lambda: type("M", (D, P), {}).__name__);t(lambda: type("M", (list, dict), {}));t(lambda: type("M", (ValueError, KeyError), {}).__name__);t(lambda: type("M", (int, str), {}));t(lambda: type("M", (bool,), {}));t(lambda: type("M", (D, list), {}));t(lambda: type("M", (Empty, list), {}).__name__);t(lambda: type("M", (F, D), {}).__name__)
