"""Shallow and deep copies of objects, and copies with some fields replaced.

Invariant: during one deep copy the memo maps the address of each copied object to its copy and, under the memo's own
address, keeps the originals alive, so that no address is used twice.
"""
from _weakref import ref as _ref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """Raised for an object that says nothing of how to copy it."""


error = Error


class _Sample:
    def method(self):
        pass


_MISSING = object()

# Types whose objects are their own deep copies, then those that are only their own shallow ones as well.
_atomic_types = {
    type(None), int, float, bool, complex, bytes, str, type, range, property, type(len), type(...),
    type(NotImplemented), type(_Sample.method), type(_Sample.method.__code__), _ref,
}
_fixed = _atomic_types | {tuple, frozenset, slice, super}
_containers = {list, dict, set, bytearray}


def copy(x):
    """Return a shallow copy of x."""
    cls = type(x)
    if cls in _fixed:
        return x
    if cls in _containers:
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduction = _reduction(x, cls, "shallow")
    return x if isinstance(reduction, str) else _reconstruct(x, None, *reduction)


def deepcopy(x, memo=None, _nil=_MISSING):
    """Return a copy of x and of all that it consists of."""
    cls = type(x)
    if cls in _atomic_types:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _nil)
        if y is not _nil:
            return y
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        return x
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        y = copier(memo)
    else:
        reduction = _reduction(x, cls, "deep")
        y = x if isinstance(reduction, str) else _reconstruct(x, memo, *reduction)
    if y is not x:
        memo[key] = y
        alive = memo.get(id(memo))
        if alive is None:
            memo[id(memo)] = [x]
        else:
            alive.append(x)
    return y


def replace(obj, /, **changes):
    """Return a copy of an object with some of its fields replaced."""
    replacer = getattr(obj.__class__, "__replace__", None)
    if replacer is not None:
        return replacer(obj, **changes)
    raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")


def _reduction(x, cls, kind):
    reducer = dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer is not None:
        return reducer()
    raise Error(f"un({kind})copyable object of type {cls}")


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """Make the copy that a reduction describes: a deep one if there is a memo."""
    if memo is not None and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if memo is not None:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state is not None:
        _set_state(y, state)
    if listiter is not None:
        for item in listiter:
            y.append(item if memo is None else deepcopy(item, memo))
    if dictiter is not None:
        for key, value in dictiter:
            if memo is not None:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


# The items of built-in containers are mostly atoms: these are told here, without a call.

def _deepcopy_list(x, memo):
    memo[id(x)] = y = []
    for item in x:
        y.append(item if type(item) in _atomic_types else deepcopy(item, memo))
    return y


def _deepcopy_dict(x, memo):
    memo[id(x)] = y = {}
    for key, value in x.items():
        # Of each pair the value goes first.
        copied = value if type(value) in _atomic_types else deepcopy(value, memo)
        y[key if type(key) in _atomic_types else deepcopy(key, memo)] = copied
    return y


def _deepcopy_tuple(x, memo):
    items = [item if type(item) in _atomic_types else deepcopy(item, memo) for item in x]
    # An item that holds the tuple has copied it already.
    if (y := memo.get(id(x), _MISSING)) is not _MISSING:
        return y
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {
    list: _deepcopy_list, dict: _deepcopy_dict, tuple: _deepcopy_tuple, type(_Sample().method): _deepcopy_method,
}
