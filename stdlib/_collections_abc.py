"""The abstract base classes that `collections.abc` offers.

They stand apart from the package so that a module that only needs `Mapping` pays for nothing else. Two kinds live here:
classes recognised by their methods (those marked with `_recognised_by`), and classes with mixin methods, which a type
joins by inheritance or by `register`. No class here keeps state of its own, and all have empty slots, so that
subclasses decide whether their instances have a `__dict__`; `MappingView` alone has one slot.
"""
import sys
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
           "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
           "MutableSequence", "ByteString", "Buffer"]

__name__ = "collections.abc"  # the home that classes name: where users find them

dict_keys, dict_values, dict_items = type({}.keys()), type({}.values()), type({}.items())
mappingproxy = type(type.__dict__)
framelocalsproxy = (lambda: type(sys._getframe().f_locals))()
del sys


def _check_methods(C, *methods):
    # True if the class has every method; the first class in its order that says None takes the method away.
    for name in methods:
        for base in C.__mro__:
            if name in base.__dict__:
                break
        else:
            return NotImplemented
        if base.__dict__[name] is None:
            return NotImplemented
    return True


def _recognised_by(*methods):
    # Gives a class the hook that accepts other classes by their methods. Subclasses inherit the hook and not its
    # meaning: a class derived from Iterable is more than an iterable.
    def mark(cls):
        def __subclasshook__(asked, C):
            return _check_methods(C, *methods) if asked is cls else NotImplemented
        __subclasshook__.__qualname__ = cls.__qualname__ + ".__subclasshook__"
        cls.__subclasshook__ = classmethod(__subclasshook__)
        return cls
    return mark


def _raise(typ, val, tb):
    # The three-argument form of throw(): a class, its instance or None, and a traceback or None.
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    raise val if tb is None else val.with_traceback(tb)


def _end(throw, kind):
    try:
        throw(GeneratorExit)
    except (StopIteration, GeneratorExit):
        return
    raise RuntimeError(kind + " ignored GeneratorExit")


def _call_until(end, take):
    try:
        while True:
            take()
    except end:
        pass


_absent = object()


def _look_up(mapping, key):
    try:
        return mapping[key]
    except KeyError:
        return _absent


# One method

@_recognised_by("__hash__")
class Hashable(metaclass=ABCMeta):
    """An object with a hash."""
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_recognised_by("__len__")
class Sized(metaclass=ABCMeta):
    """An object with a length."""
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_recognised_by("__contains__")
class Container(metaclass=ABCMeta):
    """An object that answers `in`."""
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by("__buffer__")
class Buffer(metaclass=ABCMeta):
    """An object that lends its memory."""
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError


class _CallableGenericAlias(GenericAlias):
    # Callable[[int, str], bool]: the arguments are kept flat, as (int, str, bool).

    __slots__ = ()

    def __new__(cls, origin, args):
        if type(args) is tuple and len(args) == 2:
            takes, gives = args
            if isinstance(takes, (tuple, list)):
                return super().__new__(cls, origin, (*takes, gives))
            if _is_param_expr(takes):
                return super().__new__(cls, origin, args)
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {takes}")
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")

    def __repr__(self):
        takes, gives = _halves(self)
        if type(takes) is not list:
            return super().__repr__()
        # An alias of list shows types as they are to be shown here.
        takes, gives = (repr(GenericAlias(list, tuple(each)))[5:-1] if each else "" for each in (takes, [gives]))
        return f"collections.abc.Callable[[{takes}], {gives}]"

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _halves(self))

    def __getitem__(self, item):
        # A lone ParamSpec takes the types without their brackets.
        if not isinstance(item, tuple):
            item = (item,)
        if len(self.__parameters__) == 1 and _is_param_expr(self.__parameters__[0]) and \
                not (item and isinstance(item[0], (tuple, list))) and not (len(item) == 1 and _is_param_expr(item[0])):
            item = (item,)
        args = super().__getitem__(item).__args__
        if not isinstance(args[0], (tuple, list)) and not (len(args) == 2 and _is_param_expr(args[0])):
            args = (list(args[:-1]), args[-1])
        return _CallableGenericAlias(Callable, args)


def _halves(alias):
    # The arguments and the result, as they were given. Not a method: an alias looks names up in its origin.
    args = alias.__args__
    return args if len(args) == 2 and _is_param_expr(args[0]) else ([*args[:-1]], args[-1])


def _is_param_expr(obj):
    # Whether it can stand for a whole list of arguments. The kinds of `typing` are told by name, not imported.
    if obj is ... or isinstance(obj, list):
        return True
    kind = type(obj)
    return kind.__module__ == "typing" and kind.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


@_recognised_by("__call__")
class Callable(metaclass=ABCMeta):
    """An object that can be called."""
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)


# Iteration

@_recognised_by("__iter__")
class Iterable(metaclass=ABCMeta):
    """An object that a `for` loop accepts by `__iter__`."""
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        yield from ()

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by("__iter__", "__next__")
class Iterator(Iterable):
    """An iterable that is used up by iterating over it."""
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """Return the next item, or raise StopIteration at the end."""
        raise StopIteration

    def __iter__(self):
        return self


@_recognised_by("__iter__", "__reversed__")
class Reversible(Iterable):
    """An iterable that can also be walked from its end."""
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@_recognised_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    """An iterator that takes values and exceptions from outside."""
    __slots__ = ()

    def __next__(self):
        """Go on without a value."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on with a value, and return the next one that is yielded."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception, and return the next value that is yielded."""
        _raise(typ, val, tb)

    def close(self):
        """Ask the generator to end."""
        _end(self.throw, "generator")


@_recognised_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    """A container with a length that can be iterated over."""
    __slots__ = ()


# Awaiting

@_recognised_by("__await__")
class Awaitable(metaclass=ABCMeta):
    """An object that `await` accepts."""
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    """An awaitable that its caller drives."""
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with a value, and return what the coroutine waits for next."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception, and return what the coroutine waits for next."""
        _raise(typ, val, tb)

    def close(self):
        """Ask the coroutine to end."""
        _end(self.throw, "coroutine")


@_recognised_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    """An object that an `async for` loop accepts."""
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    """An asynchronous iterable that is used up by iterating over it."""
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration at the end."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_recognised_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    """An asynchronous iterator that takes values and exceptions from outside."""
    __slots__ = ()

    async def __anext__(self):
        """Go on without a value."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on with a value, and return the next one that is yielded."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception, and return the next value that is yielded."""
        _raise(typ, val, tb)

    async def aclose(self):
        """Ask the generator to end."""
        ended = False
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            ended = True
        if not ended:
            raise RuntimeError("asynchronous generator ignored GeneratorExit")


# Sets

class Set(Collection):
    """A read-only set, made of `__contains__`, `__iter__` and `__len__`.

    A class whose constructor takes something else than an iterable overrides `_from_iterable`.
    """
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def isdisjoint(self, other):
        """Return whether nothing is in both."""
        return not any(item in self for item in other)

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for side in (self, other) for item in side)
        return NotImplemented

    def __sub__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _as_set(self, other):
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else NotImplemented

    def _hash(self):
        # For subclasses that are hashable: equal sets of any kind must have equal hashes.
        return hash(frozenset(self))


Set.register(frozenset)


class MutableSet(Set):
    """A set that can change: a `Set` with `add` and `discard`."""
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an item in."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out, or raise KeyError if it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Take any item out and return it, or raise KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError from None

    def clear(self):
        """Take all items out, one by one."""
        _call_until(KeyError, self.pop)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        return _discard_all(self, self - it)

    def __isub__(self, it):
        return _discard_all(self, it)

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self


def _discard_all(items, gone):
    if gone is items:
        items.clear()
        return items
    for value in gone:
        items.discard(value)
    return items


MutableSet.register(set)


# Mappings

class Mapping(Collection):
    """A read-only mapping, made of `__getitem__`, `__iter__` and `__len__`."""
    __slots__ = ()

    __abc_tpflags__ = 1 << 6  # a mapping for `match`

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """Return the value of a key, or the default if the key is not there."""
        value = _look_up(self, key)
        return default if value is _absent else value

    def __contains__(self, key):
        return _look_up(self, key) is not _absent

    def keys(self):
        """Return a view of the keys."""
        return KeysView(self)

    def items(self):
        """Return a view of the pairs of key and value."""
        return ItemsView(self)

    def values(self):
        """Return a view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    # A mapping has no order that could be reversed by index.
    __reversed__ = None


Mapping.register(mappingproxy)
Mapping.register(framelocalsproxy)


class MappingView(Sized):
    """A view of a mapping: it follows the mapping's changes."""
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):
    """A view of a mapping's keys, which is a set."""
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    """A view of a mapping's pairs of key and value, which is a set."""
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        found = _look_up(self._mapping, key)
        return found is not _absent and (found is value or found == value)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]


class ValuesView(MappingView, Collection):
    """A view of a mapping's values."""
    __slots__ = ()

    def __contains__(self, value):
        mapping = self._mapping
        return any((found := mapping[key]) is value or found == value for key in mapping)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]


KeysView.register(dict_keys)
ItemsView.register(dict_items)
ValuesView.register(dict_values)


class MutableMapping(Mapping):
    """A mapping that can change: a `Mapping` with `__setitem__` and `__delitem__`."""
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    __marker = object()  # stands for a default that was not given

    def pop(self, key, default=__marker):
        """Remove a key and return its value, or the default if the key is not there."""
        value = self[key] if default is self.__marker else _look_up(self, key)
        if value is _absent:
            return default
        del self[key]
        return value

    def popitem(self):
        """Remove the first pair of key and value and return it, or raise KeyError if there is none."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError from None

    def clear(self):
        """Remove all keys, one by one."""
        _call_until(KeyError, self.popitem)

    def update(self, other=(), /, **kwds):
        """Take over the entries of a mapping or of pairs, then those given by name."""
        pairs = other
        if isinstance(other, Mapping):
            pairs = ((key, other[key]) for key in other)
        elif hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in other.keys())
        for entries in (pairs, kwds.items()):
            for key, value in entries:
                self[key] = value

    def setdefault(self, key, default=None):
        """Return the value of a key; if the key is not there, give it the default first."""
        value = _look_up(self, key)
        if value is _absent:
            self[key] = value = default
        return value


MutableMapping.register(dict)


# Sequences

class Sequence(Reversible, Collection):
    """A read-only sequence, made of `__getitem__` and `__len__`."""
    __slots__ = ()

    __abc_tpflags__ = 1 << 5  # a sequence for `match`

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = -1
        try:
            while True:
                yield self[(index := index + 1)]
        except IndexError:
            pass

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def index(self, value, start=0, stop=None):
        """Return the first index of a value, or raise ValueError if it is not there."""
        for place, item in _places(self, start, stop):
            if item is value or item == value:
                return place
        raise ValueError

    def count(self, value):
        """Return how often a value is there."""
        return sum(1 for item in self if item is value or item == value)


for _type in (tuple, str, bytes, range):
    Sequence.register(_type)
try:
    Sequence.register(memoryview)
except NameError:
    pass  # a machine without memoryview


def _places(self, start, stop):
    # The items of a sequence with their indices, as far as `stop` or the sequence goes.
    if start is not None and start < 0:
        start = max(start + len(self), 0)
    if stop is not None and stop < 0:
        stop += len(self)
    try:
        while stop is None or start < stop:
            yield start, self[start]
            start += 1
    except IndexError:
        pass


class MutableSequence(Sequence):
    """A sequence that can change: a `Sequence` with `__setitem__`, `__delitem__` and `insert`."""
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put a value before an index."""
        raise IndexError

    def append(self, value):
        """Put a value at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put all values of an iterable at the end."""
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Remove the value at an index, by default the last, and return it."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Remove the first occurrence of a value, or raise ValueError if it is not there."""
        del self[self.index(value)]

    def clear(self):
        """Remove all values, one by one from the end."""
        _call_until(IndexError, self.pop)

    def reverse(self):
        """Turn the order round in place."""
        left, right = 0, len(self) - 1
        while left < right:
            self[left], self[right] = self[right], self[left]
            left += 1
            right -= 1


for _type in (list, bytearray):
    MutableSequence.register(_type)


class _DeprecateByteStringMeta(ABCMeta):
    # Warns where ByteString is derived from or asked about.

    def __new__(cls, name, bases, namespace, **kwargs):
        if name != "ByteString":
            _warn_of_bytestring()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_of_bytestring()
        return super().__instancecheck__(instance)


def _warn_of_bytestring():
    from warnings import warn
    warn("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.17", DeprecationWarning, 3)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """The common base of `bytes` and `bytearray`; `Buffer` takes its place."""
    __slots__ = ()


for _type in (bytes, bytearray):
    ByteString.register(_type)
del _type
