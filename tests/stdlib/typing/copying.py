"""Copies, and what pickles refer to: names of forms and parameters, subscriptions of everything else."""
import copy
from typing import *
from typing import _GenericAlias

T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
UserId = NewType("UserId", int)


class Box(Generic[T]):
    def __init__(self, item):
        self.item = item


class Point(NamedTuple):
    x: int
    y: list


class Movie(TypedDict):
    title: str


types = [
    List, List[int], Dict[str, List[T]], Callable, Callable[[int], str], Callable[..., int], Callable[P, T], Tuple[()], Tuple[int, ...],
    Literal[1, "a"], Annotated[int, "x", 3], ClassVar[int], Final, Self, Any, Never, T, P, Ts, Box, Box[int], Concatenate[int, P], Unpack[Ts],
    UserId, Type[T], Iterator[int], Deque[str], Movie, Point, SupportsInt, Required[int],
]
for tp in types:
    print(tp, copy.copy(tp) == tp, copy.deepcopy(tp) == tp, hash(copy.copy(tp)) == hash(tp))
for tp in types:
    if isinstance(tp, type) or not hasattr(tp, "__reduce__"):
        continue
    reduced = tp.__reduce__()
    if isinstance(reduced, str):
        print(tp, "by name", reduced)
    else:
        function, (form, args) = reduced
        print(tp, "by", function.__name__, form, args, function(form, args) == tp)

box = Box[List[int]]([1, 2])
twin = copy.deepcopy(box)
print(twin.item, twin.item is box.item, twin.__orig_class__, type(twin) is Box)
point = copy.deepcopy(Point(1, [2]))
print(point, type(point).__name__, copy.replace(point, x=5))
print(copy.deepcopy({"type": List[T], "values": [Literal[1]]}))
alias = List[T].copy_with((int,))
print(alias, alias == List[int], isinstance(alias, _GenericAlias))
