"""How objects are taken apart for pickling and copying, and put together again.

Invariant: a reduction is `(callable, arguments[, state[, list items[, dict items]]])`, or a string that names a global.
The functions here never look at `dispatch_table`: that is for those who pickle or copy.
"""
import sys as _sys
from _weakref import ref as _ref

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Declare the function that reduces the objects of a type."""
    dispatch_table[ob_type] = _checked(pickle_function, "reduction functions")
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that something can serve as a constructor."""
    _checked(object, "constructors")


def _checked(candidate, what):
    if callable(candidate):
        return candidate
    raise TypeError(f"{what} must be callable")


def pickle_complex(c):
    """Reduce a complex number."""
    return complex, (c.real, c.imag)


def pickle_union(obj):
    """Reduce a union of types."""
    from operator import getitem
    return getitem, (type(int | str), obj.__args__)


def pickle_super(obj):
    """Reduce a super object."""
    return super, (obj.__thisclass__, obj.__self__)


dispatch_table.update({complex: pickle_complex, type(int | str): pickle_union, super: pickle_super})


# Making objects: what reductions call.

def _reconstructor(cls, base, state):
    """Make an object of a class over a built-in base, for protocols 0 and 1."""
    arguments = () if base is object else (state,)
    made = base.__new__(cls, *arguments)
    if arguments and base.__init__ != object.__init__:
        base.__init__(made, *arguments)
    return made


def __newobj__(cls, *args):
    """Make an object by its class's `__new__` alone."""
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """Make an object by its class's `__new__` alone, with keyword arguments."""
    return cls.__new__(cls, *args, **kwargs)


# Taking objects apart: what `object.__reduce_ex__` does.

# Of each class that was asked for, by its address: the built-in base, the slots, the reference that clears the entry.
_anatomies = {}


def _anatomy(cls):
    key = id(cls)
    known = _anatomies.get(key)
    if known is None:
        base = next(kind for kind in cls.__mro__ if _is_builtin(kind))
        known = _anatomies[key] = base, _slotnames(cls), _ref(cls, lambda _: _anatomies.pop(key, None))
    return known


def _is_builtin(cls):
    # Only of a built-in class can no attribute be deleted, whatever its name.
    try:
        type.__delattr__(cls, "no such attribute")
    except TypeError:
        return True
    except AttributeError:
        return False


def _reduce_plain(obj):
    """Reduce an object as `object.__reduce__` does."""
    builtin = _BUILTIN_REDUCERS.get(_anatomy(type(obj))[0])
    return _reduce_ex(obj, 0) if builtin is None else builtin(obj, 0)


def _reduce_object(obj, protocol):
    """Reduce an object as `object.__reduce_ex__` does."""
    if type(obj).__reduce__ is not object.__reduce__:
        return obj.__reduce__()
    builtin = _BUILTIN_REDUCERS.get(_anatomy(type(obj))[0])
    if builtin is not None:
        return builtin(obj, protocol)
    return _reduce_new(obj) if protocol >= 2 else _reduce_ex(obj, protocol)


def _reduce_ex(self, proto):
    """Reduce an object for protocols 0 and 1."""
    cls = type(self)
    base = _anatomy(cls)[0]
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    arguments = cls, base, None if base is object else base(self)
    if cls.__getstate__ is object.__getstate__:
        if getattr(self, "__slots__", None):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        state = getattr(self, "__dict__", None)
    else:
        state = self.__getstate__()
    return (_reconstructor, arguments, state) if state else (_reconstructor, arguments)


def _reduce_new(obj):
    """Reduce an object for protocols from 2 on."""
    cls = type(obj)
    args, kwargs = _new_arguments(obj)
    is_list, is_dict = isinstance(obj, list), isinstance(obj, dict)
    if args is None and not (is_list or is_dict) and _anatomy(cls)[0] not in (object, type(None)):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if kwargs:
        maker, arguments = __newobj_ex__, (cls, args, kwargs)
    else:
        maker, arguments = __newobj__, (cls, *(args or ()))
    return maker, arguments, _state(obj), iter(obj) if is_list else None, iter(obj.items()) if is_dict else None


def _new_arguments(obj):
    """The arguments for `__new__`, (None, None) if the class doesn't say."""
    if (ask := getattr(obj, "__getnewargs_ex__", None)) is not None:
        pair = ask()
        if not isinstance(pair, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(pair).__name__}'")
        if len(pair) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(pair)}")
        for which, item, kind in ("first", pair[0], tuple), ("second", pair[1], dict):
            if not isinstance(item, kind):
                raise TypeError(f"{which} item of the tuple returned by __getnewargs_ex__ must be a {kind.__name__}, "
                                f"not '{type(item).__name__}'")
        return pair
    if (ask := getattr(obj, "__getnewargs__", None)) is not None:
        args = ask()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        return args, None
    return None, None


def _state(obj):
    """What `__getstate__` says; the usual one says the attributes, in a pair with the slots if any is set."""
    attributes = getattr(obj, "__dict__", None)
    if type(obj).__getstate__ is not object.__getstate__ or attributes and "__getstate__" in attributes:
        return obj.__getstate__()
    return _usual_state(obj)


def _usual_state(obj):
    """What `object.__getstate__` says."""
    attributes, slots = getattr(obj, "__dict__", None), {}
    for name in _anatomy(type(obj))[1]:
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (attributes or None, slots) if slots else attributes or None


def _slotnames(cls):
    """The names of the slots of a class and its bases, as attributes are spelt; kept in the class."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    for kind in cls.__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                owner = kind.__name__.lstrip("_")
                name = f"_{owner}{name}" if owner else name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except TypeError:
        pass  # A built-in class keeps nothing.
    return names


# While built-in types have no `__reduce__` of their own, these stand in for them.

def _with_state(make):
    return lambda obj, protocol: (type(obj), make(obj, protocol), _state(obj))


def _without_state(make):
    return lambda obj, protocol: (type(obj), make(obj))


def _reduce_bytearray(obj, protocol):
    return (bytes(obj),) if protocol > 2 else (obj.decode("latin-1"), "latin-1")


def _reduce_bound(obj, protocol):
    owner = obj.__self__
    # A function of a module is known by its name.
    return obj.__name__ if owner is None or type(owner) is _MODULE else (getattr, (owner, obj.__name__))


def _reduce_descriptor(obj, protocol):
    return getattr, (obj.__objclass__, obj.__name__)


def _reduce_constant(obj, protocol):
    return repr(obj)


def _reduce_namespace(obj, protocol):
    return type(obj), (), obj.__dict__


class _Sample:
    def method(self):
        pass


_MODULE = type(_sys)

_BUILTIN_REDUCERS = {
    bytearray: _with_state(_reduce_bytearray),
    set: _with_state(lambda obj, protocol: (list(obj),)),
    frozenset: _with_state(lambda obj, protocol: (list(obj),)),
    range: _without_state(lambda obj: (obj.start, obj.stop, obj.step)),
    slice: _without_state(lambda obj: (obj.start, obj.stop, obj.step)),
    type(list[int]): _without_state(lambda obj: (obj.__origin__, obj.__args__)),
    type(_sys.implementation): _reduce_namespace,
    type(...): _reduce_constant,
    type(NotImplemented): _reduce_constant,
    type(len): _reduce_bound,
    type(_Sample().method): _reduce_bound,
    type(object().__str__): _reduce_bound,
    type(str.join): _reduce_descriptor,
    type(object.__init__): _reduce_descriptor,
}


# Numbers for globals, in pickles of protocol 2 and later.

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Give a global a number that stands for it in pickles."""
    code = int(code)
    if not 1 <= code <= 0x7FFF_FFFF:
        raise ValueError("code out of range")
    key = module, name
    number, owner = _extension_registry.get(key), _inverted_registry.get(code)
    if number == code and owner == key:
        return
    if number is not None:
        raise ValueError(f"key {key} is already registered with code {number}")
    if owner is not None:
        raise ValueError(f"code {code} is already in use for key {owner}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take the number of a global away."""
    key = module, name
    if (_extension_registry.get(key), _inverted_registry.get(code)) != (code, key):
        raise ValueError(f"key {key} is not registered with code {code}")
    for table, entry in (_extension_registry, key), (_inverted_registry, code), (_extension_cache, code):
        table.pop(entry, None)


def clear_extension_cache():
    """Forget the objects that numbers were resolved to."""
    _extension_cache.clear()
