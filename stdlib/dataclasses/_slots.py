"""Dataclasses with slots: a class gets them only when it is made, so it is made again.

Methods that mean the first class by `super()` or `__class__` mean the second one afterwards.
"""
from . import _FIELD, _FIELDS, _Pending, fields

__name__ = "dataclasses"  # where the functions of pickling are to be found


def remake(cls, params, own):
    """The class made again, with slots for its own fields."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    taken = set()
    for base in cls.__mro__[1:-1]:
        taken.update(_slots_of(base))
    space = dict(cls.__dict__)
    names = [item.name for item in getattr(cls, _FIELDS).values() if item._field_type is _FIELD]
    slots = {name: own[name].doc if name in own else None for name in names if name not in taken}
    if params.weakref_slot and "__weakref__" not in taken:
        slots["__weakref__"] = None
    space["__slots__"] = slots if any(doc is not None for doc in slots.values()) else tuple(slots)
    for name in (*names, "__dict__", "__weakref__"):
        space.pop(name, None)
    if params.frozen:
        space.setdefault("__getstate__", _dataclass_getstate)
        space.setdefault("__setstate__", _dataclass_setstate)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    for value in space.values():
        if isinstance(value, _Pending):
            value.owner = made
        elif isinstance(value, property):
            for part in (value.fget, value.fset, value.fdel):
                _rebind_class(part, cls, made)
        else:
            _rebind_class(value, cls, made)
    return made


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return [name for name in ("__dict__", "__weakref__") if name in cls.__dict__]
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, "__next__") or not hasattr(slots, "__iter__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _rebind_class(function, old, new):
    """Let `super()` and `__class__` of a method mean the new class."""
    while function is not None and hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    if isinstance(function, (classmethod, staticmethod)):
        function = function.__func__
    code = getattr(function, "__code__", None)
    if code is not None and "__class__" in code.co_freevars:
        cell = function.__closure__[code.co_freevars.index("__class__")]
        try:
            if cell.cell_contents is old:
                cell.cell_contents = new
        except ValueError:  # an empty cell
            pass


def _dataclass_getstate(self):
    return [getattr(self, item.name) for item in fields(self)]


def _dataclass_setstate(self, state):
    for item, value in zip(fields(self), state):
        object.__setattr__(self, item.name, value)
