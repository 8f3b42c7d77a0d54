"""What may stand as a type: conversion, checks, texts; and the cache of subscriptions.

A checked argument is never None (NoneType stands for it) and never a string (a ForwardRef stands for it).
"""
import sys

from . import _cleanups

__name__ = "typing"

_MOST_KEPT = 1024
_NONE_TYPE = type(None)


def _tp_cache(func=None, /, *, typed=False):
    """Remember the results of a subscription; with unhashable arguments it is computed each time."""
    if func is None:
        return lambda func: _tp_cache(func, typed=typed)
    known = {}
    _cleanups.append(known.clear)

    def subscript(*args, **kwargs):
        try:
            key = (args, tuple(map(type, args))) if typed else args
            if not kwargs and (found := known.get(key, known)) is not known:
                return found
        except TypeError:
            return func(*args, **kwargs)
        made = func(*args, **kwargs)
        if not kwargs:
            if len(known) >= _MOST_KEPT:
                known.clear()
            known[key] = made
        return made

    subscript.__name__, subscript.__qualname__ = func.__name__, func.__qualname__
    subscript.__doc__, subscript.__wrapped__ = func.__doc__, func
    return subscript


def _caller(depth=1, default="__main__"):
    """The name of the module that called the caller."""
    return sys._getframemodulename(depth + 1) or default


def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
    """None and strings as types."""
    if isinstance(arg, str):
        return _reference(arg, module=module, is_class=allow_special_forms, owner=owner)
    return _NONE_TYPE if arg is None else arg


def _reference(source, **where):
    from annotationlib import ForwardRef
    reference = ForwardRef(source, **where)
    reference.__forward_code__  # a text that is no expression is an error at once
    return reference


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    """The argument as a type; TypeError where it cannot be one. `msg` opens the error of a tuple."""
    if type(arg) is type:  # by far the most frequent, and Generic is the only one of them that is refused
        if arg is not _generic():
            return arg
    else:
        arg = _type_convert(arg, module, allow_special_forms=allow_special_forms, owner=owner)
    fault = _misplaced(arg, is_argument, allow_special_forms)
    if fault:
        raise TypeError(fault)
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _generic():
    from ._kinds import Generic
    return Generic


def _misplaced(arg, is_argument, allow_special_forms):
    """What is wrong with a special form, a qualifier or a base class as an argument; None where nothing is."""
    from ._aliases import _GenericAlias
    from ._forms import QUALIFIERS, STANDALONE, _SpecialForm
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        refused = _is_plain_base(origin)
        if not refused and not allow_special_forms and isinstance(origin, _SpecialForm):
            refused = origin._name == "ClassVar" or is_argument and origin._name == "Final"
        return f"{arg} is not valid as type argument" if refused else None
    if isinstance(arg, _SpecialForm):
        if arg in STANDALONE or allow_special_forms and arg in QUALIFIERS:
            return None
        return f"Plain {arg} is not valid as type argument"
    return f"Plain {arg} is not valid as type argument" if _is_plain_base(arg) else None


def _is_plain_base(value):
    if not isinstance(value, type):
        return False
    # Protocol is compared by name first: asking for the class would load what defines it.
    return value is _generic() or value.__name__ == "Protocol" and value.__module__ == "typing" and _is_protocol(value)


def _is_protocol(value):
    from ._protocols import Protocol
    return value is Protocol


def _type_repr(obj):
    """How a type is shown within another one."""
    from annotationlib import type_repr
    return f"[{', '.join(map(_type_repr, obj))}]" if isinstance(obj, tuple) else type_repr(obj)


def _deduplicate(params, *, unhashable_fallback=False):
    """The items in order, each once; with the fallback, unhashable ones are compared one by one."""
    params = list(params)
    try:
        return [*{param: None for param in params}]
    except TypeError:
        if unhashable_fallback:
            return [param for place, param in enumerate(params) if param not in params[:place]]
        raise
