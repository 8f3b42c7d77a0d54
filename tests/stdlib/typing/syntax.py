"""Classes, functions and aliases with type parameters of their own syntax, used with what this module makes."""
from typing import *
def f[T: int, *Ts, **P](a: T, b: list[T], *args: *Ts) -> Callable[P, T]: ...
T, Ts, P = f.__type_params__
print(isinstance(T, TypeVar), isinstance(Ts, TypeVarTuple), isinstance(P, ParamSpec), isinstance(T, ParamSpec))
print(get_type_hints(f))
print(List[T].__parameters__, List[T][int], Dict[str, T][int], Callable[P, T].__parameters__, Callable[P, T][[int], str], Tuple[T, *Ts][int, str, bool])
print(Optional[T], Union[T, int], Union[T, List[int]], T | List[int], Annotated[T, 1], ClassVar[T])
class Box[T]:
    def __init__(self, x: T): self.x = x
class Sub(Box[int]): pass
print(Box[int], get_origin(Box[int]), get_args(Box[int]), Sub.__orig_bases__, List[Box[int]], Optional[Box[int]], Union[Box[int], None, List[int]])
print(Box[List[int]], get_args(Box[List[int]]), Dict[str, Box[T]][int])
@runtime_checkable
class HasX[T](Protocol):
    x: T
print(isinstance(Box(1), HasX), HasX.__parameters__, is_protocol(HasX), get_protocol_members(HasX), HasX[int])
class N[T](NamedTuple):
    a: T
print(N(1), N[int], N.__parameters__)
class TD[T](TypedDict):
    a: T
print(TD(a=1), TD[int], TD.__parameters__, TD.__required_keys__)
type A[T] = List[T]
print(A[int], get_origin(A[int]), get_args(A[int]), A.__value__, isinstance(A, TypeAliasType), List[A[int]], Optional[A[int]])
type B = int | List[int]
print(B.__value__, Optional[B], isinstance(int | str, Union))
class G[T, U = str]: pass
print(G[int], G[int, bool])
