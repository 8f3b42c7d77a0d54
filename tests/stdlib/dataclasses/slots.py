# Dataclasses with slots: which slots there are, super(), state, and weak references.
import copy
import weakref
from dataclasses import dataclass, field, fields


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


@dataclass(slots=True)
class Point:
    x: int
    y: int = 2
    data: list = field(default_factory=list)

    def me(self):
        return __class__

    @property
    def owner(self):
        return __class__

    @classmethod
    def made_by(cls):
        return __class__ is cls

    def __eq__(self, other):
        return super().__eq__(other) is NotImplemented


p = Point(1)
print(p, Point.__slots__, hasattr(p, "__dict__"), Point.x, type(Point.y).__name__, p.me() is Point, p.owner is Point)
print(Point.made_by(), p == 3, Point.__qualname__, Point.__module__, Point.__annotations__,
      Point.__init__.__annotations__)
print([each.default for each in fields(Point)][1], Point.__match_args__)
fails(lambda: setattr(p, "z", 1))
fails(lambda: weakref.ref(p))


@dataclass(slots=True)
class Space(Point):
    z: int = 3
    y: int = 5


print(Space(1), Space.__slots__, Space.__mro__)


class Loose:
    pass


@dataclass(slots=True, weakref_slot=True)
class Weak:
    a: int = 1


@dataclass(slots=True, weakref_slot=True)
class Weaker(Weak):
    b: int = 2


@dataclass(slots=True, weakref_slot=True)
class FromLoose(Loose):
    c: int = 3


w = Weak()
print(Weak.__slots__, Weaker.__slots__, FromLoose.__slots__, weakref.ref(w)() is w, hasattr(FromLoose(), "__dict__"))


@dataclass(slots=True)
class Documented:
    a: int = field(doc="the first")
    b: int = 2


print(Documented.__slots__, Documented(1))


@dataclass(frozen=True, slots=True)
class Frozen:
    x: int
    y: list = field(default_factory=list)

    def total(self):
        return self.x + sum(self.y)


f = Frozen(1, [2])
print(f, f.total(), f.__getstate__(), Frozen(3) == Frozen(3), hash(Frozen(1, ())) == hash((1, ())))
fails(lambda: setattr(f, "x", 2))
fails(lambda: delattr(f, "x"))
fails(lambda: setattr(f, "z", 2))
again = object.__new__(Frozen)
again.__setstate__([7, [8]])
print(again)
print(copy.replace(f, x=5))


@dataclass(frozen=True, slots=True)
class HasState:
    x: int

    def __getstate__(self):
        return "mine"


print(HasState(1).__getstate__())


class Watching:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        print("subclass", cls.__name__, cls.__dict__.get("__slots__"))


@dataclass(slots=True)
class Watched(Watching):
    x: int = 1


class Iterated:
    __slots__ = iter(["a"])


def has_slots():
    @dataclass(slots=True)
    class Has:
        __slots__ = ("x",)
        x: int


def undetermined():
    @dataclass(slots=True)
    class Has(Iterated):
        x: int = 1


fails(has_slots)
fails(undetermined)


class Meta(type):
    pass


@dataclass(slots=True)
class WithMeta(metaclass=Meta):
    x: int = 1

    class Inner:
        pass

    @staticmethod
    def static():
        return __class__


print(type(WithMeta).__name__, WithMeta.static() is WithMeta, WithMeta.Inner.__qualname__, WithMeta())


@dataclass(slots=True)
class Unset:
    x: int = field(init=False)
    y: int = field(init=False, default=4)


u = Unset()
print(u.y, hasattr(u, "x"))
fails(lambda: repr(u))
