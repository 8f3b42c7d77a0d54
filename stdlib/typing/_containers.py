"""Aliases of classes under their old names: `List`, `Mapping`, `Callable`.

Each is made when it is asked for, and the module of its class is imported when the class is needed.
"""
from ._aliases import _SpecialGenericAlias, _TupleType

__name__ = "typing"

# Name → module and name of the class, number of its type parameters.
_BUILTIN = {"Dict": ("dict", 2), "FrozenSet": ("frozenset", 1), "List": ("list", 1), "Set": ("set", 1),
            "Type": ("type", 1)}
_ABSTRACT = {
    "AbstractSet": ("Set", 1), "AsyncIterable": ("AsyncIterable", 1), "AsyncIterator": ("AsyncIterator", 1),
    "Awaitable": ("Awaitable", 1), "Collection": ("Collection", 1), "Container": ("Container", 1),
    "Coroutine": ("Coroutine", 3), "Hashable": ("Hashable", 0), "ItemsView": ("ItemsView", 2), 
    "Iterable": ("Iterable", 1),
    "Iterator": ("Iterator", 1), "KeysView": ("KeysView", 1), "Mapping": ("Mapping", 2), 
    "MappingView": ("MappingView", 1),
    "MutableMapping": ("MutableMapping", 2), "MutableSequence": ("MutableSequence", 1), "MutableSet": ("MutableSet", 1),
    "Reversible": ("Reversible", 1), "Sequence": ("Sequence", 1), "Sized": ("Sized", 0), 
    "ValuesView": ("ValuesView", 1),
}
_COLLECTIONS = {
    "ChainMap": ("ChainMap", 2), "Counter": ("Counter", 1), "DefaultDict": ("defaultdict", 2), "Deque": ("deque", 1),
    "OrderedDict": ("OrderedDict", 2),
}
_NOT_INSTANTIATED = ("Dict", "FrozenSet", "List", "Set", "Type")


def __getattr__(name):
    if name in _BUILTIN:
        made = _plain("builtins", name, *_BUILTIN[name], inst=name == "Type")
    elif name in _ABSTRACT:
        made = _plain("collections.abc", name, *_ABSTRACT[name])
    elif name in _COLLECTIONS:
        made = _plain("collections", name, *_COLLECTIONS[name])
    elif name in _MAKERS:
        made = _MAKERS[name]()
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


def _plain(module, name, class_name, count, inst=True):
    return _SpecialGenericAlias((module, class_name), count, name=name, inst=inst)


def _generator():
    defaults = type(None), type(None)
    return _SpecialGenericAlias(("collections.abc", "Generator"), 3, name="Generator", defaults=defaults)


def _async_generator():
    origin = ("collections.abc", "AsyncGenerator")
    return _SpecialGenericAlias(origin, 2, name="AsyncGenerator", defaults=(type(None),))


def _context(name, class_name):
    return _SpecialGenericAlias(("contextlib", class_name), 2, name=name, defaults=(bool | None,))


def _tuple():
    form = _TupleType(tuple, -1, inst=False, name="Tuple")
    form.__doc__ = "A tuple: Tuple[int, str] has two items, Tuple[int, ...] any number of one type, Tuple[()] none."
    return form


def _callable():
    from ._variants import _CallableType
    form = _CallableType(("collections.abc", "Callable"), 2, name="Callable")
    form.__doc__ = "What can be called: Callable[[int], str] takes an int, Callable[..., str] takes anything."
    return form


def _byte_string():
    from ._variants import _DeprecatedGenericAlias
    return _DeprecatedGenericAlias(("collections.abc", "ByteString"), 0, removal_version=(3, 17), name="ByteString")


_MAKERS = {
    "Generator": _generator,
    "AsyncGenerator": _async_generator,
    "ContextManager": lambda: _context("ContextManager", "AbstractContextManager"),
    "AsyncContextManager": lambda: _context("AsyncContextManager", "AbstractAsyncContextManager"),
    "Tuple": _tuple,
    "Callable": _callable,
    "ByteString": _byte_string,
    "Match": lambda: _SpecialGenericAlias(("re", "Match"), 1, name="Match"),
    "Pattern": lambda: _SpecialGenericAlias(("re", "Pattern"), 1, name="Pattern"),
}
