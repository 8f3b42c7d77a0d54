"""Protocols: members, checks at run time, inheritance, generic protocols, the Supports classes."""
from abc import abstractmethod
from typing import *
import collections.abc


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Named(Protocol):
    name: str


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Described(Closable, Protocol):
    title: str

    @property
    def size(self) -> int: ...


@runtime_checkable
class Getter(Protocol[T_co]):
    def get(self) -> T_co: ...


class File:
    title = "f"
    size = 3

    def close(self):
        return "closed"


class Door:
    def __init__(self):
        self.title = "door"

    close = None


class Explicit(Closable):
    def __init__(self, x):
        self.x = x


print(is_protocol(Named), is_protocol(Closable), is_protocol(Explicit), is_protocol(Protocol), is_protocol(int), is_protocol(3))
print(sorted(get_protocol_members(Described)), sorted(get_protocol_members(Getter)), get_protocol_members(Named))
attempt(get_protocol_members, Explicit)
attempt(get_protocol_members, 3)
print(isinstance(File(), Closable), isinstance(File(), Described), isinstance(Door(), Closable), isinstance(Door(), Described), isinstance(3, Closable))
print(issubclass(File, Closable), issubclass(Door, Closable), issubclass(Explicit, Closable), issubclass(int, Getter))
for check in (
    lambda: isinstance(File(), Named), lambda: issubclass(File, Named), lambda: issubclass(File, Described), lambda: issubclass(3, Closable),
    lambda: isinstance(3, Getter[int]), lambda: issubclass(3, Described), lambda: runtime_checkable(int), lambda: runtime_checkable(Explicit),
    Closable, Named, lambda: type(Protocol()), lambda: Explicit(1).x, lambda: Explicit(), lambda: Explicit(2).close(),
):
    attempt(check)


def declare_bad():
    class Bad(File, Protocol): pass


def declare_plain():
    class Bad(Protocol[int]): pass


def declare_twice():
    class Bad(Protocol[T], Generic[T]): pass
    return Bad.__parameters__


attempt(declare_bad)
attempt(declare_plain)
attempt(declare_twice)
print(Getter.__parameters__, Getter[int], Getter[T][str], Getter.__mro__, Protocol[T], get_origin(Protocol[T]) is Protocol)


@runtime_checkable
class Sizes(collections.abc.Sized, Protocol):
    def extra(self): ...


class Sizer:
    def __len__(self): return 1
    def extra(self): pass


print(isinstance(Sizer(), Sizes), isinstance([], Sizes), Sizes._is_protocol, Explicit._is_protocol)


@runtime_checkable
class WithData(Protocol):
    x: int = 0
    y: str


class Holder:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


print(isinstance(Holder(x=1, y=""), WithData), isinstance(Holder(x=1), WithData), isinstance(Holder(x=None, y=None), WithData))


class Loud:
    def __getattr__(self, name):
        raise RuntimeError("not asked")

    @property
    def close(self):
        raise RuntimeError("not run")


print(isinstance(Loud(), Closable), isinstance(Loud(), WithData), isinstance(File, Closable), isinstance(len, Closable))


class Base(Protocol):
    @abstractmethod
    def run(self) -> int: ...

    def twice(self):
        return self.run() * 2


class Runner(Base):
    def run(self):
        return 21


print(Runner().twice())
attempt(type("Lazy", (Base,), {}))


class Metaless(Protocol):
    def __init__(self, a):
        self.a = a


class Kept(Metaless): pass


print(Kept(3).a)
print(Metaless(3).a)


class Registered(Closable): pass


for kind in (SupportsInt, SupportsFloat, SupportsComplex, SupportsBytes, SupportsIndex, SupportsAbs, SupportsRound):
    print(kind, [isinstance(value, kind) for value in (1, 1.5, 1j, b"", "x")], issubclass(int, kind), sorted(get_protocol_members(kind)))
print(SupportsAbs[int], SupportsRound.__parameters__, Iterable[T].__parameters__)
