# singledispatch: classes, unions, annotations, abstract classes, ambiguity, messages.
from abc import ABC, abstractmethod
from functools import singledispatch


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


@singledispatch
def name(x, *rest):
    """Names a thing."""
    return "object"


@name.register
def _(x: int, *rest): return "int"


@name.register(list)
@name.register(tuple)
def sequence(x): return "sequence"


@name.register
def _(x: str | bytes): return "text"


@name.register
def _(x: "float"): return "float, by a string"


@name.register
def _(x: None): return "nothing"


name.register(dict | set, lambda x: "collection")
print([name(x) for x in (1, True, [], (), "a", b"", 1.5, None, {}, set(), object, 1j)])
print(name.__name__, name.__doc__, name.__wrapped__(1), sequence((1,)), name.dispatch(bool) is name.registry[int],
      len(name.registry))
print(name.dispatch(object) is name.__wrapped__, type(name.registry).__name__,
      sorted(c.__name__ for c in name.registry))


class A: pass
class B(A): pass
class C(B): pass


name.register(A, lambda x: "A")
print(name(B()), name(C()))
name.register(B, lambda x: "B")
print(name(C()), name(A()), name.dispatch(C)(None))
name._clear_cache()

for make in [lambda: name(), lambda: name(x=1), lambda: name.register(1), lambda: name.register(1, len),
             lambda: name.register("a", len),
             lambda: name.register(None), lambda: name.register(None, len), lambda: name.register(list[int], len),
             lambda: name.register(int | list[int], len), lambda: name.dispatch(1), lambda: name.register(len)]:
    show(make)


def bad(x: 3): pass
def alias(x: list[int]): pass
def unknown(x: "Unknown"): pass
def half(x: int | list[int]): pass


for func in bad, alias, unknown, half:
    show(lambda: name.register(func))


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        return "area" in other.__dict__ or NotImplemented if cls is Shape else NotImplemented


class Named(ABC): pass
class Square:
    def area(self): return 4


@singledispatch
def kind(x): return "thing"


print(kind(Square()))
kind.register(Shape, lambda x: "shape")
print(kind(Square()), kind(1))


class Label: pass


print(kind(Label()))
kind.register(Named, lambda x: "named")
print(kind(Label()))
Named.register(Label)
print(kind(Label()))


class Both(Label):
    def area(self): return 1


print(kind(Both()))
Named.register(Square)
show(lambda: kind(Square()))


class Deep(Square): pass


kind.register(Deep, lambda x: "deep")
print(kind(Deep()))


class Explicit(Shape, Named):
    def area(self): return 2


print(kind(Explicit()))
