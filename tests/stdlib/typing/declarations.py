"""What is said to type checkers: casts, assertions, overloads, marks, new types, and the classes of files."""
import sys
import typing
from typing import *

sys.stderr = sys.stdout


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


print(cast(int, "x"), cast("List[int]", [1]), assert_type(3, str), reveal_type([1]), reveal_type(None))
attempt(assert_never, "surprise")
attempt(assert_never, "x" * 200)

UserId = NewType("UserId", int)
Nested = NewType("Outer.Nested", List[int])
print(UserId, UserId(5), UserId.__name__, UserId.__supertype__, UserId.__module__, Nested, Nested.__name__, Nested.__qualname__, UserId.__reduce__())
print(UserId | None, None | UserId, Optional[UserId], List[UserId], isinstance(UserId, NewType))
attempt(isinstance, 1, UserId)


def derive():
    class Admin(UserId): pass


attempt(derive)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


class Holder:
    @overload
    def get(self): ...
    @overload
    @classmethod
    def get(cls, x): ...
    def get(self, *args): ...

    @overload
    def lonely(self): ...


print(double(2), double("a"), [function.__code__.co_firstlineno - double.__code__.co_firstlineno for function in get_overloads(double)])
print(len(get_overloads(Holder.get)), get_overloads(derive), get_overloads(Holder().get) == get_overloads(Holder.get))
attempt(Holder().lonely)
clear_overloads()
print(get_overloads(double), get_overloads(Holder.get))


@final
class Leaf:
    @final
    def method(self): ...
    @override
    def __repr__(self): return "Leaf()"
    @property
    @override
    def size(self): ...
    @staticmethod
    @final
    def static(): ...


print(Leaf.__final__, Leaf.method.__final__, Leaf.__repr__.__override__, Leaf.size.fget.__override__, Leaf.static.__final__, final(3), override(None))


@dataclass_transform(kw_only_default=True, field_specifiers=(int,), other="x")
def model(cls): return cls


class Meta(type): pass


@dataclass_transform()
class Base: pass


print(model.__dataclass_transform__)
print(Base.__dataclass_transform__)
print(model(Leaf) is Leaf)

T = TypeVar("T", bytes, str)
print(IO, TextIO, BinaryIO, IO[str], IO.__parameters__, TextIO.__orig_bases__, BinaryIO.__mro__, TextIO.__mro__, IO[T])
print([name for name in ("read", "write", "close", "mode", "buffer", "encoding", "__enter__") if hasattr(TextIO, name)], isinstance(sys.stdout, IO))


class Memory(IO[bytes]):
    def read(self, n=-1): return b"data"


print(Memory.__orig_bases__, AnyStr, AnyStr.__constraints__, get_type_hints(IO.read)["n"])

print({name: getattr(typing, name).__module__ for name in typing.__all__ if getattr(getattr(typing, name), "__module__", "typing") != "typing"})
names = "_GenericAlias _SpecialForm _SpecialGenericAlias _AnnotatedAlias _ConcatenateGenericAlias _BaseGenericAlias _TypedDictMeta _Final _ProtocolMeta"
print([getattr(typing, name).__qualname__ for name in names.split()])
print(typing._type_check(int, "msg"), typing._type_convert(None), typing._type_repr(int), typing._type_repr(...), typing._is_param_expr(...), typing._prohibited >= {"_fields"})
attempt(typing._type_check, (1,), "msg")
print(typing._collect_type_parameters((List[T], T, int)), typing._eval_type(ForwardRef("int"), {}, {}, ()))
