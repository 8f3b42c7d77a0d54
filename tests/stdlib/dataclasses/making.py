# make_dataclass, annotations of __init__, names that are not there yet, and lines of tracebacks.
import pprint
import sys
import traceback
from dataclasses import InitVar, dataclass, field, fields, make_dataclass
from typing import Any


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


C = make_dataclass("C", ["x", ("y", int), ("z", "str", field(default="zed", repr=False)), ("w", list, None)])
print(C, C(1, 2), C(1, 2).z, C(1, 2).w, C.__annotations__, C.__module__, C.__qualname__)
print(fields(C)[0].type is Any, C.__init__.__annotations__)
D = make_dataclass("D", [("a", int, 3), ("v", InitVar[int], 2)], bases=(C,),
                   namespace={"twice": lambda self: self.a * 2, "k": 4}, order=True, kw_only=True, module="elsewhere")
print(D(1, 2), D(1, 2).twice(), D.k, D.__mro__[1] is C, D.__module__, D(1, 2) < D(1, 3))
print(make_dataclass("E", ["a"], slots=True, frozen=True).__slots__, make_dataclass("F", [])())
print(make_dataclass("G", ["a"], decorator=lambda cls, **options: (cls.__name__, options)))
print(make_dataclass("H", [("n", int)], bases=(int,), namespace={"__new__": lambda cls, n: int.__new__(cls, n)})(5) + 1)
for names in (["a", "a"], ["a b"], ["class"], [("a",)], [("a", 1, 2, 3)], [3], [(5, int)]):
    fails(lambda: make_dataclass("Bad", names))
fails(lambda: make_dataclass(3, ["a"]))
fails(lambda: make_dataclass("Bad", [("a", int, 3), "b"]))


@dataclass
class Node:
    value: int
    next: Node | None = None
    other: "Node" = None

    def __iter__(self):
        while self:
            yield self.value
            self = self.next


print(list(Node(1, Node(2, Node(3)))), Node(1, Node(2)))
print(Node.__init__.__annotations__, Node.__annotations__["other"])


@dataclass
class Refers:
    x: Unknown
    y: int = 2


print(Refers(1), [getattr(each.type, "__forward_arg__", each.type) for each in fields(Refers)])
fails(lambda: Refers.__init__.__annotations__)
Unknown = str
print(Refers.__init__.__annotations__)


def lines(action):
    try:
        action()
    except Exception:
        kind, error, place = sys.exc_info()
        entries = traceback.extract_tb(place)
        found = [(entry.filename, entry.name, entry.lineno) for entry in entries if entry.filename == "<string>"]
        print(kind.__name__, error, found)


@dataclass
class Checked:
    a: int
    b: list = field(default_factory=list)

    def __post_init__(self):
        if self.a < 0:
            raise ValueError("negative")


@dataclass(frozen=True, order=True)
class Hard:
    a: int
    b: int = 3


@dataclass
class Wide:
    alpha: list
    beta: str = "b" * 50


pprint.pprint(Wide(list(range(12))), width=60)
print(Wide.__repr__.__wrapped__.__qualname__, Wide.__repr__.__qualname__)

lines(lambda: Checked(-1))
lines(lambda: setattr(Hard(1), "a", 3))
lines(lambda: delattr(Hard(1), "a"))
lines(lambda: Hard(1) < Hard("1"))
lines(lambda: Hard(1) >= Hard("1"))
lines(lambda: hash(Hard([])))


@dataclass
class Failing:
    x: object

    def __eq__(self, other):
        return NotImplemented


class Sore:
    def __repr__(self):
        raise KeyError("repr")

    def __eq__(self, other):
        raise KeyError("eq")


fails(lambda: repr(Failing(Sore())))
print(repr(Failing(1)))
fails(lambda: Checked(1, Sore()) == Checked(1, Sore()))
