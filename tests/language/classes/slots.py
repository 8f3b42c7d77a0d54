# __slots__: no dict, named places only.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x


p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
p.y = 2
del p.x
for bad in [lambda: p.x, lambda: setattr(p, "z", 1), lambda: delattr(p, "x"), lambda: p.__dict__]:
    try:
        bad()
    except AttributeError as error:
        print(error)
class Q(P):
    __slots__ = "z",
class R(P): pass
q, r = Q(1), R(2)
q.z = 3
r.anything = 4
print(q.x, q.z, r.anything, r.x, r.__dict__, P.__slots__, type(P.x).__name__)
try:
    class Bad:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)
class Both:
    __slots__ = ("a", "__dict__")
b = Both()
b.a, b.other = 1, 2
print(b.a, b.__dict__)
