"""NamedTuple and TypedDict: fields, defaults, inheritance, keys, errors."""
import sys
from typing import *

sys.stderr = sys.stdout


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


T = TypeVar("T")


class Point(NamedTuple):
    """A point."""
    x: int
    y: "int" = 0

    def norm(self):
        return self.x ** 2 + self.y ** 2


print(Point(3), Point(3, 4).norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point.__orig_bases__ == (NamedTuple,))
print(Point(1)._replace(y=5), Point._make([1, 2]), Point(1, 2)._asdict(), Point.__mro__, isinstance(Point(1), tuple), Point.__module__)
print(get_type_hints(Point), Point.__bases__, Point(1) == (1, 0))


class Cell(NamedTuple, Generic[T]):
    key: str
    value: T


print(Cell("a", 1), Cell[int], Cell[int]("a", 2), Cell.__parameters__, Cell.__mro__, Cell.__orig_bases__[1])
Made = NamedTuple("Made", [("a", int), ("b", List[str])])
print(Made(1, []), Made.__annotations__, Made.__orig_bases__ == (NamedTuple,), Made.__module__)


def declare(*lines):
    exec("class N(NamedTuple):\n " + "\n ".join(lines), {"NamedTuple": NamedTuple, "__name__": "m"})


attempt(declare, "a: int = 1", "b: int")
attempt(declare, "a: int = 1", "b: int = 2", "c: str")
attempt(declare, "_make = 1")
attempt(declare, "_a: int")
attempt(declare, "a: (1,)")
attempt(lambda: type("X", (NamedTuple,), {}))


def two_bases():
    class Two(NamedTuple, int):
        a: int


def with_super():
    class Asking(NamedTuple):
        a: int
        def f(self):
            return super().f()


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("no")


def set_name():
    class N(NamedTuple):
        attr = Failing()


for function in (two_bases, with_super, set_name):
    attempt(function)
attempt(NamedTuple, "N", [("a", int)], b=int)
attempt(NamedTuple, "N", None, b=int)


class Movie(TypedDict):
    """A movie."""
    title: str
    year: int


class Extended(Movie, total=False):
    rating: float
    seen: Required[bool]
    id: ReadOnly[int]
    tag: Required[ReadOnly[Annotated[str, "x"]]]


def keys(kind):
    for name in ("__required_keys__", "__optional_keys__", "__readonly_keys__", "__mutable_keys__"):
        print(name, sorted(getattr(kind, name)), end="; ")
    print(kind.__total__)


keys(Movie)
keys(Extended)
print(Movie(title="a", year=1), Movie.__mro__, Movie.__orig_bases__ == (TypedDict,), Extended.__orig_bases__, Movie.__doc__, type(Movie()))
print(Extended.__annotations__)
print(get_type_hints(Extended), get_type_hints(Extended, include_extras=True))
print(is_typeddict(Movie), is_typeddict(dict), is_typeddict(TypedDict), is_typeddict(Movie(title="", year=1)))
Plain = TypedDict("Plain", {"in": int, "b c": "str"}, total=False)
print(Plain.__annotations__, Plain.__total__, Plain.__module__, Plain.__orig_bases__ == (TypedDict,))
keys(Plain)


class Group(TypedDict, Generic[T]):
    items: list[int]
    first: T


class Sub(Group[int]):
    more: NotRequired[str]


print(Group[int], Group.__parameters__, Group.__mro__, Sub.__orig_bases__, Group[int](items=[], first=1))
keys(Sub)


def from_dict():
    class Bad(TypedDict, dict): pass


def bad_field():
    class Bad(TypedDict):
        a: (int, str)
    Bad.__annotations__


def to_readonly():
    class Bad(Movie):
        title: ReadOnly[str]


class Loosened(Extended):
    id: int
    rating: Required[float]


for function in (from_dict, bad_field, to_readonly):
    attempt(function)
keys(Loosened)
attempt(isinstance, {}, Movie)
attempt(issubclass, dict, Movie)
attempt(TypedDict, "T", {"a": (1,)})
attempt(TypedDict)
