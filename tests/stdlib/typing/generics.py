"""Type parameters and generic classes: declaration, parameters, defaults, subscription, errors."""
from typing import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
S = TypeVar("S")
B = TypeVar("B", bound="Base")
C = TypeVar("C", int, str)
D = TypeVar("D", default=int)
P = ParamSpec("P")
Q = ParamSpec("Q", default=[int, str])
Ts = TypeVarTuple("Ts")
Us = TypeVarTuple("Us", default=Unpack[Tuple[int, str]])

print(T, TypeVar("V", covariant=True), TypeVar("V", contravariant=True), TypeVar("V", infer_variance=True), P, Ts, P.args, P.kwargs)
print(B.__bound__, C.__constraints__, D.__default__, T.__default__, T.has_default(), D.has_default(), T.__bound__, T.__constraints__)
print(T.__name__, T.__module__, T.__covariant__, T.__contravariant__, T.__infer_variance__, P.__name__, Ts.__name__, Q.__default__)
print(P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs, isinstance(P.args, ParamSpecArgs), isinstance(T, TypeVar))
print(D.evaluate_default(1), C.evaluate_constraints(1), T.evaluate_bound, T.__reduce__())
for make, args, kwargs in (
    (TypeVar, (), {}), (TypeVar, (1,), {}), (TypeVar, ("T", int), {}), (TypeVar, ("T", int, str), {"bound": int}),
    (TypeVar, ("T",), {"covariant": True, "contravariant": True}), (TypeVar, ("T",), {"covariant": True, "infer_variance": True}),
    (TypeVar, ("T",), {"bound": (int,)}), (TypeVar, ("T",), {"bound": Final}), (TypeVar, ("T",), {"other": 1}),
    (ParamSpec, ("P", int), {}), (ParamSpec, (1,), {}), (TypeVarTuple, ("Ts", int), {}), (TypeVarTuple, (), {}),
    (TypeAliasType, ("A",), {}), (TypeAliasType, ("A", int), {"type_params": [T]}), (TypeAliasType, ("A", int), {"type_params": (1,)}),
):
    attempt(make, *args, **kwargs)
for base in (T, P, Ts):
    attempt(lambda: base.__mro_entries__(()))
attempt(lambda: T.nonesuch)

A = TypeAliasType("A", List[T], type_params=(T,))
print(A, A.__value__, A.__type_params__, A.__parameters__, A[int], A.__module__, A | None, TypeAliasType("N", int).__parameters__)
attempt(lambda: TypeAliasType("N", int)[str])


class Base: pass


class Box(Generic[T]):
    def __init__(self, item=None):
        self.item = item


class Pair(Generic[T, S]): pass


class IntPair(Pair[int, S], Box[S]): pass


class Handler(Generic[P]): pass


class Both(Generic[T, P]): pass


class Row(Generic[T, *Ts]): pass


class Defaulted(Generic[T, D]): pass


class DefaultRow(Generic[*Us]): pass


print(Box.__parameters__, Pair.__parameters__, IntPair.__parameters__, IntPair.__orig_bases__, IntPair.__mro__)
print(Box[int], Box[int](3).item, Box[int](3).__orig_class__, Box["Later"], Box[None], Box[T][str], Pair[int, T][str], Box[Box[T]][int])
print(Handler[int, str], Handler[[int, str]], Handler[...], Both[int, [str]], Both[int, ...], Both[int, P], Row[int], Row[int, str, bool])
print(Defaulted[str], Defaulted[str, bool], DefaultRow[()], DefaultRow[bool], Row[*Tuple[int, str]])
print(Box[int] == Box[int], Box[int] is Box[int], hash(Box[int]) == hash(Box[int]), get_origin(Box[int]), get_args(Pair[int, T]), get_origin(Generic[T]))
for make in (
    lambda: Box[int, str], lambda: Pair[int], lambda: Pair[()], lambda: Base[int] if hasattr(Base, "__class_getitem__") else "-",
    lambda: Both[int], lambda: Row[()], lambda: Generic[int], lambda: Generic[()], lambda: Generic[T, T], lambda: Generic[Ts],
    lambda: Generic[T][int], lambda: isinstance(1, Box[int]), lambda: type("X", (Generic,), {}), lambda: Defaulted[int, str, bool],
):
    attempt(make)


def declare(*bases):
    import types
    return types.new_class("New", bases)


for bases in ((Generic[T], Generic[S]), (List[T], Generic[S]), (Generic,), (Generic[T], Generic[T]), (Box[T], Pair[S, T])):
    try:
        print(declare(*bases).__parameters__)
    except TypeError as error:
        print("TypeError", error)
attempt(lambda: Generic[D, T])
print(issubclass(Box, Generic), isinstance(Box(), Generic), Generic[T, S].__parameters__)


class Slotted(Generic[T]):
    __slots__ = ("x",)


print(Slotted[int]().__class__, hasattr(Slotted[int](), "__orig_class__"))


class Chatty(Generic[T]):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        print("subclass", cls.__name__, kwargs)


class Loud(Chatty[int], volume=3): pass
print(Loud.__parameters__, Loud.__orig_bases__)
