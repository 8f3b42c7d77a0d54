"""Weak references to objects, and what is built on them: proxies, mappings, sets, finalisers."""
import atexit

from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

_MISSING = object()


# Proxies.

class ProxyType:
    """Stands for an object without keeping it alive."""

    __slots__ = ("_reference", "__weakref__")

    def __getattribute__(self, name):
        return getattr(_behind(self), name)

    def __setattr__(self, name, value):
        setattr(_behind(self), name, value)

    def __delattr__(self, name):
        delattr(_behind(self), name)

    def __repr__(self):
        target = _reference.__get__(self)()
        address = f"<weakproxy at {id(self):#x}; "
        return address + ("dead>" if target is None else f"to '{type(target).__name__}' at {id(target):#x}>")

    def __str__(self): return str(_behind(self))
    def __bool__(self): return bool(_behind(self))
    def __len__(self): return len(_behind(self))
    def __iter__(self): return iter(_behind(self))
    def __reversed__(self): return reversed(_behind(self))
    def __contains__(self, item): return item in _behind(self)
    def __getitem__(self, key): return _behind(self)[key]

    def __next__(self):
        target = _behind(self)
        if not hasattr(type(target), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator '%.200s' object" % type(target).__name__)
        return next(target)

    def __setitem__(self, key, value):
        _behind(self)[key] = value

    def __delitem__(self, key):
        del _behind(self)[key]

    def __bytes__(self): return bytes(_behind(self))
    def __int__(self): return int(_behind(self))
    def __float__(self): return float(_behind(self))
    def __index__(self): return _behind(self).__index__()
    def __neg__(self): return -_behind(self)
    def __pos__(self): return +_behind(self)
    def __abs__(self): return abs(_behind(self))
    def __invert__(self): return ~_behind(self)
    __hash__ = None


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _behind(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_reference = ProxyType.__dict__["_reference"]


def _behind(proxy):
    target = _reference.__get__(proxy)()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _plain(value):
    return _behind(value) if type(value) in ProxyTypes else value


def _add_operators():
    operators = {
        "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b,
        "truediv": lambda a, b: a / b, "floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b,
        "divmod": divmod, "pow": lambda a, b: a ** b, "lshift": lambda a, b: a << b, "rshift": lambda a, b: a >> b,
        "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b, "matmul": lambda a, b: a @ b,
    }
    comparisons = {
        "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b,
        "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
    }

    def forward(apply): return lambda self, other: apply(_plain(self), _plain(other))
    def reflected(apply): return lambda self, other: apply(_plain(other), _plain(self))

    for name, apply in (operators | comparisons).items():
        setattr(ProxyType, f"__{name}__", forward(apply))
    for name, apply in operators.items():
        setattr(ProxyType, f"__r{name}__", reflected(apply))


_add_operators()


def proxy(object, callback=None, /):
    """A proxy of the object; callback is called with it when the object is about to go."""
    kind = CallableProxyType if callable(object) else ProxyType
    made = kind()
    if callback is None:
        reference = ref(object)
    else:
        shown = ref(made)
        reference = ref(object, lambda _: callback(shown()))
    _reference.__set__(made, reference)
    return made


# References to methods.

class WeakMethod(ref):
    """A reference to a bound method that lives as long as the object it is bound to."""

    __slots__ = ("_function", "_kind", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            self = own()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, gone)
        self._function = ref(function, gone)
        self._kind = type(meth)
        self._alive = True
        own = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


# Mappings and sets.

class KeyedRef(ref):
    """A reference that knows under which key it stands."""

    __slots__ = ("key", "__weakref__")

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _Mapping:
    """What mappings with weak keys and with weak values share."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._remove = self._remover()
        self.update(other, **kw)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def update(self, other=(), /, **kw):
        if hasattr(other, "items"):
            other = other.items()
        elif hasattr(other, "keys"):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in other:
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_Mapping):
    """A mapping whose entries go when nothing else holds their values."""

    def _remover(self):
        def remove(dead, own=ref(self)):
            self = own()
            if self is not None and self.data.get(dead.key) is dead:
                del self.data[dead.key]
        return remove

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def items(self):
        for key, reference in self.data.copy().items():
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.data.copy().values()

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value


class WeakKeyDictionary(_Mapping):
    """A mapping whose entries go when nothing else holds their keys."""

    def __init__(self, dict=None):
        super().__init__(() if dict is None else dict)

    def _remover(self):
        def remove(dead, own=ref(self)):
            self = own()
            if self is not None:
                self.data.pop(dead, None)
        return remove

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def items(self):
        for reference, value in self.data.copy().items():
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value


class WeakSet:
    """A set whose items go when nothing else holds them."""

    def __init__(self, data=None):
        self.data = set()

        def remove(dead, own=ref(self)):
            self = own()
            if self is not None:
                self.data.discard(dead)

        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in self.data.copy():
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def _of(self, references):
        return type(self)(item for item in (reference() for reference in references) if item is not None)

    def _references(self, other):
        return {ref(item) for item in other}

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        return self._of(self.data - self._references(other))

    def symmetric_difference(self, other):
        return self._of(self.data ^ self._references(other))

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def intersection_update(self, other):
        self.data.intersection_update(self._references(other))

    def difference_update(self, other):
        self.data.difference_update(self._references(other))

    def symmetric_difference_update(self, other):
        for item in set(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.clear() if self is other else self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.clear() if self is other else self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        return self.data <= self._references(other)

    def issuperset(self, other):
        return self.data >= self._references(other)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other): return self.data < self._references(other)
    def __gt__(self, other): return self.data > self._references(other)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return self.data == self._references(other)

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


# Finalisers.

class _Finalization:
    __slots__ = ("reference", "function", "args", "kwargs", "at_exit", "number")


class finalize:
    """Calls a function when an object goes, or when the script is over."""

    __slots__ = ()
    _known = {}
    _made = 0
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            atexit.register(finalize._at_exit)
            finalize._registered = True
        entry = _Finalization()
        entry.reference = ref(obj, self)
        entry.function, entry.args, entry.kwargs, entry.at_exit = func, args, kwargs, True
        entry.number = finalize._made = finalize._made + 1
        finalize._known[self] = entry

    def __call__(self, _=None):
        entry = finalize._known.pop(self, None)
        if entry is not None:
            return entry.function(*entry.args, **entry.kwargs)

    def _parts(self, take):
        entry = finalize._known.get(self)
        target = None if entry is None else entry.reference()
        if target is None or (take and finalize._known.pop(self, None) is None):
            return None
        return target, entry.function, entry.args, entry.kwargs

    def detach(self):
        return self._parts(True)

    def peek(self):
        return self._parts(False)

    @property
    def alive(self):
        return self in finalize._known

    @property
    def atexit(self):
        entry = finalize._known.get(self)
        return entry is not None and entry.at_exit

    @atexit.setter
    def atexit(self, value):
        entry = finalize._known.get(self)
        if entry is not None:
            entry.at_exit = bool(value)

    def __repr__(self):
        entry = finalize._known.get(self)
        target = None if entry is None else entry.reference()
        if target is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for '{type(target).__name__}' at {id(target):#x}>"

    @staticmethod
    def _at_exit():
        # Those made while others run count, too.
        while waiting := [pair for pair in finalize._known.items() if pair[1].at_exit]:
            last = max(waiting, key=lambda pair: pair[1].number)[0]
            try:
                last()
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
