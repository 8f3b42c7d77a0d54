"""Special forms: what they take, how they are shown, compared and refused."""
from typing import *
import typing


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

plain = [Any, LiteralString, Never, NoReturn, Self, TypeAlias, ClassVar, Final, Optional, Required, NotRequired, ReadOnly,
         TypeGuard, TypeIs, Unpack, Concatenate, Literal, Annotated, Union, Generic]
print(plain)
for form in plain[1:-2]:
    print(form.__name__ if hasattr(form, "__name__") else None, type(form).__module__)
    for parameters in (int, None, "Later", (int, str), (), 3, Final[int], ClassVar[int], Generic, Protocol, Optional):
        attempt(lambda: (parameters, form[parameters]))
for form in (Final, Optional, Literal, Self):
    attempt(form)
    attempt(isinstance, 1, form)
    attempt(issubclass, int, form)
    attempt(iter, form)

    def derive():
        class Derived(form):
            pass
    attempt(derive)

print("Literal")
print(Literal[1, 2, 1], Literal[1, True], Literal["a", b"b", None, ...], Literal[Literal[1, 2], 3])
print(Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], hash(Literal[1, 2]) == hash(Literal[2, 1]), Literal[0] == 0)
print(Literal[1, 2].__args__, get_args(Literal[Literal[1, 2], 3]), Literal[[], []].__args__)
print(Literal[1] | None, Optional[Literal["x"]], List[Literal[3]])

print("Annotated")
A = Annotated[List[T], "meta", 3]
print(A, A.__metadata__, A.__origin__, A[int], A == Annotated[List[T], "meta", 3], A == Annotated[List[T], 3])
print(Annotated[Annotated[int, 1], 2], Annotated["X", []], get_args(A), get_origin(A) is Annotated)
attempt(lambda: Annotated[int])
attempt(lambda: Annotated[int, 1][str])
attempt(lambda: Annotated[Final, 1])
attempt(lambda: Annotated[(int, str), 1])
attempt(lambda: isinstance(1, Annotated[int, 1]))
print(Annotated[int, 1](5), hash(A) == hash(Annotated[List[T], "meta", 3]), Annotated[int, "x"].__name__)

print("Concatenate, Unpack")
print(Concatenate[int, P], Concatenate[int, ...], Callable[Concatenate[int, P], str])
attempt(lambda: Concatenate[()])
attempt(lambda: Concatenate[int])
attempt(lambda: Concatenate[(1, 2), P])
print(Unpack[Ts], Unpack[Tuple[int, str]], Tuple[Unpack[Ts]], list(Ts), Tuple[int, *Ts])
attempt(lambda: Unpack[int, str])

print("Any")
attempt(Any)
attempt(isinstance, 1, Any)
class Mocked(Any):
    pass
print(Mocked.__mro__, isinstance(Mocked(), Mocked), isinstance(1, Mocked))
print(Any | None, Optional[Any], List[Any], Union[Any, int])
print(Never is NoReturn, Never == NoReturn, TYPE_CHECKING, Text is str, NoDefault, AnyStr.__constraints__)
print(ClassVar[int] == ClassVar[int], ClassVar[int] is ClassVar[int], Final[int] == ClassVar[int])
print(Self | None, "X" | Self, Optional["X"])
attempt(lambda: typing.nonesuch)
print(sorted(set(typing.__all__) - set(dir(typing))))
