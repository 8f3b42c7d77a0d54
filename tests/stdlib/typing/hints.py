"""Reading annotations: get_type_hints, origin and arguments, forward references, no_type_check."""
import sys
import typing
from typing import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
P = ParamSpec("P")


class Node:
    next: "Optional[Node]"
    value: int
    tags: "List['str']" = []
    limit: ClassVar["int"] = 3
    extra: Annotated["Node", "meta"] = None


class Leaf(Node):
    value: "str"
    list: List[int]


def function(a: "int", b: Optional["Node"] = None, *args: "T", c: Annotated[int, 1] = 3, **kwargs: Any) -> None:
    pass


def later(a: Missing, b: "Absent", c: List["Node"]):
    pass


print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True))
print(get_type_hints(Leaf))
print(get_type_hints(function))
print(get_type_hints(function, include_extras=True))
attempt(get_type_hints, later)
print(get_type_hints(later, {"Missing": 1}, {"Absent": str}) if False else "-")
attempt(get_type_hints, 3)
attempt(get_type_hints, "text")
print(get_type_hints(len), get_type_hints(int), get_type_hints(sys))


class WithBad:
    a: "1 +"


attempt(get_type_hints, WithBad)


def shadow(a: "Local") -> "Local": ...


print(get_type_hints(shadow, None, {"Local": bytes}), get_type_hints(shadow, {"Local": int}))


def wrapped(x: "Node"): ...
def wrapper(*args): ...
wrapper.__wrapped__ = wrapped
wrapper.__annotations__ = {"x": "Node"}
print(get_type_hints(wrapper))


def generic[U](a: "U", b: list[U]) -> "dict[str, U]": ...
print(get_type_hints(generic))


class Params[V]:
    item: "V"
    def method(self, x: "V") -> "V": ...


print(get_type_hints(Params))
attempt(get_type_hints, Params.method)

for tp in (List[int], list[int], Dict, Callable[[int], str], Callable[..., str], Callable[P, T], Literal[1, "a"], Optional[int], int | str, Union[int, List[int]],
           Annotated[int, 1, 2], ClassVar[int], Final, Generic, Generic[T], Params[int], P.args, T, int, Tuple[()], Unpack[Tuple[int]], Type[int], None, "x", Any):
    print(tp, get_origin(tp), get_args(tp))

ref = ForwardRef("Node")
print(ref, ref == ForwardRef("Node"), ref == ForwardRef("Node", module="m"), hash(ref) == hash(ForwardRef("Node")), ref.__forward_arg__)
print(evaluate_forward_ref(ref, globals=globals()), evaluate_forward_ref(ForwardRef("List['Node']"), globals=globals()))
print(evaluate_forward_ref(ForwardRef("value"), owner=Node, locals={"value": 3}), evaluate_forward_ref(ForwardRef("X"), type_params=(T,), locals={"X": T}))
attempt(evaluate_forward_ref, ForwardRef("nowhere"))
attempt(ForwardRef, 3)
attempt(ForwardRef("1 +").evaluate)
print(List["Node"], Optional["Node"], List["Node"].__args__[0].__forward_arg__, ForwardRef("a") | int, None | ForwardRef("a"))


@no_type_check
def unchecked(a: "nonsense here"): ...


@no_type_check
class Unchecked:
    a: "nonsense here"
    def method(self, a: "more nonsense"): ...


print(get_type_hints(unchecked), get_type_hints(Unchecked), get_type_hints(Unchecked.method), unchecked.__no_type_check__)
