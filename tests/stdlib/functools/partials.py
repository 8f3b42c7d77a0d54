# partial and partialmethod: binding, nesting, Placeholder, state, attributes, messages.
import copy
from functools import Placeholder, partial, partialmethod


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Shown:
    """A function with a steady repr."""
    def __init__(self, name): self.name = name
    def __call__(self, /, *args, **kwargs): return args, kwargs
    def __repr__(self): return f"<{self.name}>"


f = Shown("f")
p = partial(f, 1, 2, a=3)
print(p, p(), p(4, b=5), p(a=6), p.func is f, p.args, p.keywords)
print(partial(f)(), partial(int, base=2)("101"), partial[int], type(p), callable(p))
nested = partial(partial(f, 1, a=1, b=1), 2, b=2)
print(nested, nested.func is f, nested.args, nested.keywords)
noted = partial(f, 1)
noted.note = "kept"
outer = partial(noted, 2)
print(outer.func is noted, noted.__dict__, outer(), vars(outer))

P = Placeholder
print(P, type(P), type(P)() is P, bool(P), copy.copy(P) is P, copy.deepcopy(P) is P)
holes = partial(f, P, 2, P, 4)
print(holes, holes(1, 3), holes(1, 3, 5, k=6))
print(partial(holes, 1), partial(holes, 1)(3), partial(holes, P, 3), partial(holes, 1, 3, 5)())
print(partial(f, P, 0)(P))
for make in [lambda: partial(), lambda: partial(1), lambda: partial(func=f), lambda: partial(f, P),
             lambda: partial(f, 1, P),
             lambda: partial(f, a=P), lambda: holes(), lambda: holes(1), lambda: partial(f, P, 1)(), lambda: type(P)(1),
             lambda: setattr(p, "func", f), lambda: delattr(p, "args"), lambda: setattr(p, "keywords", {})]:
    show(make)
try:
    class Q(type(P)): pass
except TypeError as error:
    print(error)

p.keywords["late"] = True
print(p(), p.keywords)
p.keywords[1] = 2
print(p)
show(lambda: p())

twin = copy.copy(noted)
deep = copy.deepcopy(partial(Shown, [1], n=[2]))
print(twin, twin.args is noted.args, twin.__dict__, deep.args, deep.keywords)
q = partial(f)
q.__setstate__((max, (1, 2), {"key": abs}, {"x": 1}))
print(q(-5), q.x, q.__reduce__()[1:])
q.__setstate__((f, (P, 1), None, None))
print(q(0), q.__dict__)
for state in [1, (f,), (f, (), {}), (1, (), {}, None), (f, [], {}, None), (f, (), [], None), (f, (), {}, ()),
              (f, (P,), {}, None)]:
    show(lambda: q.__setstate__(state))
q.__setstate__((q, (q,), {"q": q}, {}))
print(q)
q.__setstate__((f, (), {}, None))


class Sub(partial):
    def __call__(self, *args): return "sub", super().__call__(*args)


s = Sub(f, 1)
print(s, s(2), type(partial(s, 3).func).__name__, partial(s, 3)(4))


class Cell:
    def __init__(self): self.alive = False
    def set(self, state, *rest, **kw): self.alive = state, rest, kw; return self.alive
    on = partialmethod(set, True)
    off = partialmethod(set, False, why="off")
    twice = partialmethod(off, "again")
    last = partialmethod(set, P, "end")
    made = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 1)
    plain = partialmethod(staticmethod(lambda *a: a), 2)
    with_self = partial(f, 7)
    call = partialmethod(f, 8)


c = Cell()
print(c.on(), c.off(1), c.twice(), c.last(5), c.made(2), Cell.made(3), c.plain(4), Cell.plain(5))
print(c.with_self(1)[0][0], c.with_self(1)[0][1] is c, Cell.with_self(1), c.call(2)[0][0] is c, c.call(2)[0][1:])
print(Cell.off(c, 9), Cell.__dict__["twice"].args, Cell.__dict__["twice"].keywords, Cell.__dict__["call"])
print(type(c.made).__name__, c.made.__self__, Cell.__dict__["on"].__isabstractmethod__, partialmethod[int])
for make in [lambda: partialmethod(), lambda: partialmethod(5), lambda: partialmethod(f, P),
             lambda: partialmethod(f, k=P),
             lambda: c.last()]:
    show(make)
