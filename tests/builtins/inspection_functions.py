# type, isinstance, issubclass, callable, id, hash, getattr and friends, vars, dir.
class A:
    x = 1
    def f(self): pass
class B(A): pass
print(type(5), type("x"), type(None), type(A), type(A()), type([]), type(type), type(len), type(lambda: 0), type(A.f), type(A().f), type({}.keys()), type(range(1)), type(...), type(NotImplemented), type(iter([])), type(b""), type(1.5), type(True), type(slice(1)), type(print), type(ValueError()), type(x for x in []))
print(isinstance(B(), A), isinstance(5, (str, int)), isinstance(True, int), issubclass(B, A), issubclass(B, (int, A)), issubclass(bool, int), isinstance(A, type), isinstance(5, object), isinstance(5, ((str, (int,)),)))
print(callable(len), callable(A), callable(A()), callable(5), id(A) == id(A), id([]) == id(A), hash("a") == hash("a"), hash(1) == hash(1.0) == hash(True), hash(None) == hash(None))
b = B()
b.own = 2
print(getattr(b, "x"), getattr(b, "nope", "d"), hasattr(b, "own"), vars(b), vars(b) is b.__dict__, setattr(b, "s", 3), b.s, delattr(b, "s"), hasattr(b, "s"))
print([n for n in dir(b) if not n.startswith("__")], "append" in dir([]), "x" in dir(A), "__init__" in dir(5))
print(repr("x"), ascii("é"), str(b) == repr(b), A.__name__, type(b).__name__, b.__class__.__mro__, int.__name__, (5).__class__, A.__dict__["x"])
for bad in [lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: getattr(5, "nope"), lambda: getattr(5, 5), lambda: setattr(5, "x", 1), lambda: delattr(b, "zz"), lambda: hash({}), lambda: vars(5), lambda: type(1, 2), lambda: type(), lambda: id(), lambda: issubclass(int, 5), lambda: callable(), lambda: hasattr(1)]:
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
def f():
    a = 1
    b = [a]
    return locals(), sorted(vars())
print(f(), "f" in globals(), globals() is vars(), type("New", (), {})().__class__.__name__)
