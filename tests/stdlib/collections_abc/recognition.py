# Which types and classes the abstract base classes recognise: by methods, by registration, by inheritance.
import collections.abc as abc
from collections.abc import *


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


samples = {
    "int": 1, "float": 1.5, "str": "", "bytes": b"", "bytearray": bytearray(), "tuple": (), "list": [],
    "range": range(1), "set": set(),
    "frozenset": frozenset(), "dict": {}, "keys": {}.keys(), "values": {}.values(), "items": {}.items(),
    "map": map(str, ""), "zip": zip(),
    "enumerate": enumerate(""), "reversed": reversed([]), "filter": filter(None, ""), "slice": slice(1), "None": None,
    "type": int,
    "list iterator": iter([]), "str iterator": iter(""), "dict iterator": iter({}), "set iterator": iter(set()),
    "range iterator": iter(range(1)),
    "generator": generator(), "generator function": generator, "async generator": async_generator(),
    "lambda": lambda: 0, "method": [].append, "staticmethod": staticmethod(len), "property": property(),
}
waiting = coroutine()
samples["coroutine"] = waiting
for name in abc.__all__:
    if name not in ("ByteString", "Buffer"):
        print(name, [what for what, sample in samples.items() if isinstance(sample, getattr(abc, name))])
waiting.close()
print([name for name in abc.__all__ if issubclass(type(waiting), getattr(abc, name))])

# By methods: the first class that has a say decides
class Walks:
    def __iter__(self):
        return iter(())


class Refuses(Walks):
    __iter__ = None
    __hash__ = None


class Again(Refuses):
    def __iter__(self):
        return iter(())


print([issubclass(c, Iterable) for c in (Walks, Refuses, Again)],
      [issubclass(c, Hashable) for c in (Walks, Refuses, Again)])


class Box:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return False


class Letters(Box):
    def __getitem__(self, index):
        return "a"

    def __reversed__(self):
        return iter(())


print([issubclass(Box, c) for c in (Sized, Iterable, Container, Collection, Reversible, Sequence, Set, Mapping)])
print([issubclass(Letters, c) for c in (Collection, Reversible, Sequence, Mapping, Iterator, Callable)])
print(Iterable.__subclasshook__(int), Iterable.__subclasshook__(list), Sequence.__subclasshook__(list),
      Refuses.__subclasshook__(3))


# A subclass of such a class asks for more than methods
class Special(Iterable):
    pass


print(issubclass(list, Special), Special.__subclasshook__(list))

# By registration
class Chain:
    pass


print(Sequence.register(Chain) is Chain, issubclass(Chain, Sequence), issubclass(Chain, Reversible),
      issubclass(Chain, MutableSequence))
print(isinstance(Chain(), Collection), isinstance(Chain(), Iterator))
for base, cls in ((MutableSequence, list), (MutableSet, set), (MutableMapping, dict), (Set, frozenset),
                  (ValuesView, type({}.values())),
                  (Mapping, type(type.__dict__))):
    print(base.__name__, cls.__name__, issubclass(cls, base), base in cls.__mro__)

# The hierarchy
for name in abc.__all__:
    cls = getattr(abc, name)
    print(name, [base.__name__ for base in cls.__bases__], sorted(cls.__abstractmethods__), cls.__module__,
          cls.__slots__)
print(abc.__all__)
