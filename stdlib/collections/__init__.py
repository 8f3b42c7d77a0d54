"""Containers beyond the built-in ones, and their abstract base classes in `collections.abc`.

Most programs want one or two of these names, and many only `collections.abc`. So the classes written in Python stand in
modules of their own, which are read when one of their names is first asked for and then kept here.
"""
import sys
import _collections_abc as abc
from _collections import _count_elements, _deque_iterator, deque

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]

abc.MutableSequence.register(deque)
sys.modules[__name__ + ".abc"] = abc
del sys

_read_later = {"namedtuple": "_records", "Counter": "_counter", "ChainMap": "_chainmap", "UserDict": "_wrappers",
               "UserList": "_wrappers", "UserString": "_wrappers", "OrderedDict": "_standins", "defaultdict": "_standins",
               "_tuplegetter": "_standins"}


def __getattr__(name):
    if name not in _read_later:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{_read_later[name]}", fromlist=(name,))
    globals()[name] = value = getattr(module, name)
    return value


def __dir__():
    return sorted({*globals(), *_read_later})
