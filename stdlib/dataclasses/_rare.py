"""Instances as dicts and tuples, classes made of lists of fields, and the text for `__doc__`."""
import sys
from types import GenericAlias

from . import _FIELD, _FIELDS, _FORWARDREF, _HAS_DEFAULT_FACTORY, MISSING, _is_dataclass_instance, dataclass

__name__ = "dataclasses"


def asdict(obj, *, dict_factory=dict):
    """The fields and their values as a dict, dataclasses inside likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _unfold(obj, lambda made, inner: dict_factory([
        (name, value if type(value) in _ATOMIC_TYPES else inner(value)) for name, value in _items(made)]))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, dataclasses inside likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _unfold(obj, lambda made, inner: tuple_factory([
        value if type(value) in _ATOMIC_TYPES else inner(value) for _, value in _items(made)]))


def _items(made):
    return [
        (name, getattr(made, name)) for name, item in getattr(made, _FIELDS).items() if item._field_type is _FIELD]


_ATOMIC_TYPES = frozenset((
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(dataclass), type(len),
    type(dataclass.__code__), type, range, property,
))


def _unfold(value, fold):
    """A copy of a value in which `fold` has replaced every dataclass instance."""
    def inner(value):
        kind = type(value)
        if kind in _ATOMIC_TYPES:
            return value
        if hasattr(kind, _FIELDS):
            return fold(value, inner)
        if kind is list:
            return [inner(item) for item in value]
        if kind is dict:
            return {inner(key): inner(item) for key, item in value.items()}
        if issubclass(kind, tuple):
            items = [inner(item) for item in value]
            return kind(*items) if hasattr(value, "_fields") else kind(items)
        if issubclass(kind, dict):
            if hasattr(kind, "default_factory"):  # a defaultdict's first argument is no mapping
                made = kind(value.default_factory)
                for key, item in value.items():
                    made[inner(key)] = inner(item)
                return made
            return kind((inner(key), inner(item)) for key, item in value.items())
        if issubclass(kind, list):
            return kind(inner(item) for item in value)
        import copy
        return copy.deepcopy(value)
    return inner(value)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """Make a dataclass of a name and a list of fields."""
    import types
    from keyword import iskeyword
    defaults, annotations = {}, {}
    for item in fields:
        if isinstance(item, str):
            from typing import Any
            name, annotation = item, Any
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(space):
        space.update(namespace or {})
        space.update(defaults)
        space["__annotations__"] = annotations

    made = types.new_class(cls_name, bases, {}, fill)
    made.__module__ = module or sys._getframemodulename(1) or "__main__"
    return decorator(
        made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def signature_text(cls, init):
    """The parameters of a class as `inspect.signature` shows them, without loading that for a generated method."""
    own_call = type(cls).__call__ is not type.__call__ or "__new__" in cls.__dict__ or hasattr(cls, "__signature__")
    if init is None or own_call:
        import inspect
        try:
            return str(inspect.signature(cls, annotation_format=_FORWARDREF)).replace(" -> None", "")
        except (TypeError, ValueError):
            return ""
    parts, keyword = [], []
    for item in init.given:
        if item.init:
            text = f"{item.name}: {_annotation_text(item.type)}"
            if item.default_factory is not MISSING:
                text += f" = {_HAS_DEFAULT_FACTORY!r}"
            elif item.default is not MISSING:
                text += f" = {item.default!r}"
            (keyword if item.kw_only else parts).append(text)
    if keyword:
        parts += ["*", *keyword]
    return f"({', '.join(parts)})"


def _annotation_text(annotation):
    if hasattr(annotation, "__forward_arg__"):
        return annotation.__forward_arg__
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if type(annotation) is GenericAlias:
        return str(annotation)
    if isinstance(annotation, type):
        name = annotation.__qualname__
        return name if annotation.__module__ == "builtins" else f"{annotation.__module__}.{name}"
    return repr(annotation)
