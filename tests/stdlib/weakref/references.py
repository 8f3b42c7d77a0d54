# weakref.ref: life, callbacks, equality, what can be referred to.
import gc
import weakref


class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Node({self.name!r})"
    def method(self): return f"method of {self.name}"


a = Node("a")
r = weakref.ref(a)
print(r(), r() is a, r is weakref.ref(a), type(r), r.__callback__)
print(weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r], weakref.getweakrefcount(5))
del a
print(r(), repr(r).split(";")[1])

# Callbacks get the dead reference, the youngest first.
log = []
a = Node("b")
first = weakref.ref(a, lambda dead: log.append(("first", dead is first, dead())))
second = weakref.ref(a, lambda dead: log.append(("second", dead is second)))
print(first is second, first == second, first.__callback__ is not None, weakref.getweakrefcount(a))
forgotten = weakref.ref(a, lambda dead: log.append("never"))
del forgotten
a = None
print(log, first == second, first == first, first.__callback__)

# A callback that fails is told of, and nothing else happens.
def fails(dead):
    raise ValueError("in the callback")
a = Node("c")
r = weakref.ref(a, fails)
del a
print("still here")

# Hashes and equality are those of the objects while these live.
class Equal:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)
x, y, z = Equal(1), Equal(1), Equal(2)
rx, ry, rz = map(weakref.ref, (x, y, z))
print(rx == ry, rx == rz, hash(rx) == hash(x), {rx: "found"}[ry])
del x, z
print(rx == ry, hash(rx) == hash(1))
try:
    hash(rz)
except TypeError as error:
    print(error)

# What can be referred to.
def function(): pass
def generator(): yield
class Slots: __slots__ = ("a",)
class WeakSlots: __slots__ = ("a", "__weakref__")
class Text(str): pass
class Number(int): pass
class Row(tuple): pass
class Items(list): pass
class Table(dict): pass
class Error(Exception): pass
candidates = [function, generator(), Node, Node.method, len, {1}, frozenset([1]), gc, Slots(), WeakSlots(), Text("t"), Number(1), Row(), Items(),
              Table(), Error(), ValueError(), 1, "s", b"b", None, (), [], {}, 1.5, range(3), slice(1), object(), bytearray(), True,
              function.__code__, lambda: 0, type, list[int], property(), Node("n").method, iter([]), ...]
for candidate in candidates:
    try:
        print(type(candidate).__name__, weakref.ref(candidate)() is candidate)
    except TypeError as error:
        print(error)
n = Node("m")
print(weakref.ref(n.method)(), weakref.ref(Node)() is Node, str(weakref.ref(function)).endswith("(function)>"))

# Subclasses.
class Named(weakref.ref):
    __slots__ = ("name",)
    def __new__(cls, target, callback=None, name="?"):
        self = super().__new__(cls, target, callback)
        self.name = name
        return self
    def __init__(self, target, callback=None, name="?"):
        super().__init__(target, callback)
    def __call__(self):
        return ("named", self.name, super().__call__())
log = []
n = Node("named")
named = Named(n, lambda dead: log.append((type(dead).__name__, dead.name, dead is named)), "the name")
print(named(), isinstance(named, weakref.ref), named == weakref.ref(n), named is Named(n))
del n
print(log, named())

# Cycles: a reference outside is told, one inside is not.
log = []
def ring():
    a, b = Node("ring a"), Node("ring b")
    a.other, b.other = b, a
    a.inside = weakref.ref(b, lambda dead: log.append("inside"))
    return weakref.ref(a, lambda dead: log.append("outside"))
gc.disable()
outside = ring()
print(outside())
gc.collect()
gc.enable()
print(outside(), log)

# __del__ still sees its object; references are empty once it is over.
class Last:
    def __del__(self):
        print("__del__", r() is self if r() else r())
obj = Last()
r = weakref.ref(obj, lambda dead: print("callback after __del__", dead()))
del obj
print("end")
for bad in [lambda: weakref.ref(), lambda: weakref.ref(1, 2, 3), lambda: weakref.ref(r, callback=None)]:
    try:
        bad()
    except TypeError as error:
        print(error)
