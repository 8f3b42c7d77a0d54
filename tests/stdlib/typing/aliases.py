"""Types with arguments: representation, equality, calls, bases, substitution, errors."""
import typing
from typing import *


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
S = TypeVar("S")
KT_co = TypeVar("KT_co", covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

print(List, Dict, Set, FrozenSet, Tuple, Type, Deque, DefaultDict, OrderedDict, Counter, ChainMap)
print(List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Type[T], Deque[int], Iterator[T], Mapping[str, KT_co])
print(List[int].__origin__, Dict[str, int].__args__, Dict[T, S].__parameters__, Mapping.__origin__, List.__doc__, List.__name__)
print(List[int] == List[int], List[int] is List[int], List[int] == list[int], hash(List[int]) == hash(List[int]), List[int] != List[str])
print(get_origin(Iterable[int]), get_args(Generator[int]), AsyncGenerator[int], ContextManager[int], AsyncContextManager[int, None])
print(Callable[[int, str], bool], Callable[..., int], Callable[[], None], Callable[P, T], Callable, Callable[[int], str].__args__)
print(get_args(Callable[[int], str]), get_args(Callable[..., str]), get_args(Callable[P, str]), get_args(Callable[Concatenate[int, P], str]))

print("substitution")
print(Dict[T, S][int, str], Dict[T, List[T]][int], Dict[str, T][S], Tuple[T, ...][int], Callable[[T], S][int, str])
print(Callable[P, T][[int, str], bool], Callable[P, int][int, str], Callable[P, T][..., int], Callable[Concatenate[int, P], T][[str], bool])
print(Tuple[T, *Ts][int, str, bool], Tuple[*Ts][()], Tuple[T, *Ts][int], Dict[str, Tuple[*Ts]][int, str])
print(Union[T, List[S]][int, str], Optional[T][int], Union[T, int][int], Annotated[T, "x"][int], ClassVar[List[T]][int])

print("errors")
for alias, args in (
    (List, ()), (List, (int, str)), (Dict, int), (Dict, (1, 2, 3)), (Generator, (int,) * 4), (Sized, int), (List[int], str),
    (Dict[T, S], int), (Dict[T, S], (int, str, bool)), (Callable, int), (Callable, (int, str, bool)), (Callable[P, T], (int, str)),
    (Tuple[T, *Ts], ()), (List, Final), (List, ((1,),)), (Optional[T], ()), (Tuple, ...), (Tuple, ((1,), ...)),
    (List[T], Unpack[Ts]), (Tuple[*Ts, *Ts], int), (Callable[[T], S], int),
):
    attempt(lambda: alias[args])

print("use")
attempt(List[int], [1, 2])
print(Deque[int]([1]), OrderedDict[str, int](a=1))
attempt(List)
attempt(Dict)
attempt(Tuple)
attempt(isinstance, [], List[int])
attempt(issubclass, list, List[int])
print(isinstance([], List), issubclass(dict, Mapping), isinstance({}, MutableMapping), issubclass(List, Sequence), isinstance(1, Hashable))
print(isinstance(len, Callable), isinstance((), Tuple), isinstance(int, Type))
attempt(iter, List)
attempt(lambda: List[int].nonesuch)
print(List.append is list.append, List[int].append is list.append, "append" in dir(List[int]))


class Words(List[str]):
    pass


class Table(Dict[str, T], Mapping[str, T]):
    pass


print(Words.__mro__, Words.__orig_bases__, Words(["a"]))
print(Table.__mro__[:4], Table.__parameters__, Table[int].__origin__ is Table, Table[int]())
attempt(lambda: Words[int])
attempt(lambda: type("X", (Callable[[], int],), {}))

print("unions")
print(Union[int, str], Union[int], Union[int, None], Optional[int], Union[int, Union[str, int]], Union["X", int], Union[List[int], None])
print(Union[int, str] == Union[str, int], hash(Union[int, List[str]]) == hash(Union[List[str], int]), Union[int, List[int]] == Union[List[int], int])
print(int | List[int], List[int] | None, None | List[int], T | int, int | T, T | "X", List["X"] | "Y", Callable[..., int] | None)
print(get_origin(Union[int, List[int]]) is Union, get_args(Optional[List[int]]), isinstance(Union[int, List[int]], Union), type(Union[int, List[int]]).__name__)
print(isinstance(1, Union[int, str]), isinstance([], Optional[List]), issubclass(bool, Union[int, Type]), Union[int, List[T]].__parameters__)
for args in ((), Final, (int, (1,))):
    attempt(lambda: Union[args])
attempt(isinstance, "", Union[int, List[int]])
attempt(Union)
attempt(lambda: Optional[int, str])
