# The text that a dataclass without a docstring gets.
import typing
from collections import deque
from dataclasses import KW_ONLY, InitVar, dataclass, field


class Outer:
    class Inner:
        pass


@dataclass
class Many:
    a: int
    b: list[int]
    c: "str"
    d: typing.Any
    e: typing.List[int]
    f: int | None
    g: Outer.Inner
    h: deque
    i: typing.Callable[[int], str]
    j: Unknown
    k: list[Unknown]
    l: typing.Optional["Later"]
    m: None
    n: InitVar[int]
    o: typing.ClassVar[int]
    p: deque = None
    q: str = "text"
    r: list = field(default_factory=list)
    s: int = field(default=1, init=False)
    t: typing.Literal["x", 1] = 1
    u: dict[str, typing.Any] = None
    _: KW_ONLY
    v: float = 1.5
    w: Outer


@dataclass
class Nothing:
    pass


@dataclass
class Told:
    """Told."""

    x: int


class Sub(Many):
    pass


@dataclass
class Again(Told):
    y: int = 2


@dataclass(slots=True, frozen=True)
class Slotted:
    x: int = 3


@dataclass
class Node[T]:
    item: T
    more: list[T]
    next: Node | None = None


for cls in (Many, Nothing, Told, Sub, Again, Slotted, Node):
    print(cls.__name__, cls.__doc__)
    print(cls.__doc__ == cls.__dict__["__doc__"])
print(Again(1).__doc__, Slotted().__doc__)
Again.__doc__ = "set"
print(Again.__doc__)
