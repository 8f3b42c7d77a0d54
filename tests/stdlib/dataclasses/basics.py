# The methods that a dataclass gets, its parameters, and messages of wrong fields and calls.
import dataclasses
from dataclasses import dataclass, field
from typing import ClassVar


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


@dataclass
class Point:
    """A place."""

    x: int
    y: int = 2
    tags: list = field(default_factory=list, repr=False)
    seen: int = field(default=0, compare=False)

    def length(self):
        return abs(self.x) + abs(self.y)


p = Point(1)
print(p, Point(1, 2) == p, Point(1, 3) == p, Point(1, seen=9) == p, p == (1, 2, []), p != Point(2), p.length())
print(p.tags is Point(1).tags, Point.y, hasattr(Point, "x"), hasattr(Point, "tags"),
      Point.__match_args__, Point.__doc__)
print(Point(y=4, x=3, tags=[1]).tags, vars(Point(1)), Point.__hash__, p.__eq__(3), p.__eq__(p))
print(Point.__init__.__name__, Point.__init__.__qualname__, Point.__init__.__module__, Point.__init__.__defaults__)
print(Point.__repr__.__qualname__, Point.__eq__.__name__, Point.__eq__.__module__)
fails(lambda: Point())
fails(lambda: Point(1, 2, 3, 4, 5))
fails(lambda: Point(1, z=3))
fails(lambda: Point(1, x=3))
fails(lambda: hash(p))
fails(lambda: p < p)
match p:
    case Point(x, y):
        print("matched", x, y)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


v = [Version(1, 2), Version(1), Version(0, 9, "old")]
print(sorted(v), Version(1) < Version(1, 1), Version(1) <= Version(1, note="x"),
      Version(2) > v[0], Version(2) >= Version(3))
print(Version(1).__lt__(3), Version.__gt__.__qualname__)
fails(lambda: Version(1) < 3)
fails(lambda: Version(1) < Version("1"))


class Sub(Version):
    pass


print(Sub(1), Sub(1) == Version(1), Sub(1) == Sub(1), Sub.__qualname__)


@dataclass
class Own:
    x: int

    def __init__(self):
        self.x = 9

    def __repr__(self):
        return "own"

    def __eq__(self, other):
        return "equal"

    __match_args__ = ("q",)


@dataclass(init=False, repr=False, eq=False, match_args=False)
class Nothing:
    x: int = 3


@dataclass
class Empty:
    pass


print(Own(), Own() == 3, Own.__match_args__, Nothing().x, Nothing.__eq__ is object.__eq__,
      hasattr(Nothing, "__match_args__"))
print(Empty(), Empty() == Empty(), Empty.__match_args__, repr(Nothing()).startswith("<__main__.Nothing object"))


@dataclass
class Names:
    self: int
    other: int = 2
    cls: int = 3
    __private: int = 4


print(Names(1), Names(1) == Names(1), Names(1, _Names__private=5)._Names__private)


@dataclass
class Ring:
    item: object = None


ring = Ring()
ring.item = [ring, Ring(1)]
print(ring)
nan = float("nan")
print(Ring(nan) == Ring(nan), Ring(item=[nan]) == Ring([nan]))
first, second = dataclass(Ring), dataclass()(Ring)
print(first is Ring, second is Ring, Ring.__dataclass_params__)


def bad(body, **options):
    def make():
        space = {"field": field, "ClassVar": ClassVar, "dataclasses": dataclasses, "__name__": __name__}
        exec("class Bad:\n    " + body.replace("; ", "\n    "), space)
        return dataclass(**options)(space["Bad"])
    fails(make)


bad("x: int = 1; y: int")
bad("x: list = []")
bad("x: dict = {}")
bad("x: object = {1}")
bad("x = field()")
bad("x: ClassVar[int] = field(default_factory=int)")
bad("x: ClassVar[int] = field(kw_only=True)")
bad("x: dataclasses.InitVar[int] = field(default_factory=int)")
bad("x: int", order=True, eq=False)
bad("x: int; __lt__ = 3", order=True)
bad("x: int; __ge__ = 3", order=True)
bad("x: int", weakref_slot=True)
fails(lambda: field(default=1, default_factory=int))
fails(lambda: field(1))
fails(lambda: field(metadata=3))
fails(lambda: dataclass(3))
fails(lambda: dataclass(int))
fails(lambda: dataclass(Point, True))
