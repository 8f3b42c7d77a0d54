"""`Union`, for a machine whose own unions take only classes and aliases of its own.

A union of what the machine's `|` takes is the machine's; this class holds the others. With a native `_typing`
nothing of this file is loaded.
"""
from ._checks import _tp_cache, _type_check, _type_convert, _type_repr

__name__ = "typing"

_MACHINES = type(int | str)


class _UnionKind(type):
    """The type of Union: the machine's unions are instances, too."""

    def __instancecheck__(cls, instance):
        return type(instance) is cls or type(instance) is _MACHINES

    def __subclasscheck__(cls, other):
        return other is cls or other is _MACHINES

    def __call__(cls, *args, **kwargs):
        raise TypeError("cannot create 'typing.Union' instances")

    def __new__(meta, name, bases, namespace):
        if bases:
            raise TypeError("type 'typing.Union' is not an acceptable base type")
        return super().__new__(meta, name, bases, namespace)


class Union(metaclass=_UnionKind):
    """Any of several types: `Union[int, str]` is `int | str`."""

    __slots__ = ("__args__", "__weakref__")
    __name__ = "Union"
    __iter__ = None

    def __class_getitem__(cls, params):
        return _union(params if isinstance(params, tuple) else (params,))

    @property
    def __origin__(self):
        return Union

    @property
    def __parameters__(self):
        from ._collecting import _collect_type_parameters
        return _collect_type_parameters(self.__args__, enforce_default_ordering=False)

    def __getitem__(self, args):
        from ._substitution import substituted
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        return joined(substituted(self, args))

    def __or__(self, right):
        return either(self, right)

    def __ror__(self, left):
        return either(left, self)

    def __repr__(self):
        return " | ".join("None" if member is type(None) else _type_repr(member) for member in self.__args__)

    def __eq__(self, other):
        if not isinstance(other, Union):
            return NotImplemented
        mine, others = self.__args__, other.__args__
        return len(mine) == len(others) and all(member in others for member in mine)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, member) for member in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, member) for member in self.__args__)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


@_tp_cache
def _union(params):
    if not params:
        raise TypeError("Cannot take a Union of no types.")
    return joined(_type_check(param, "Union[arg, ...]: each arg must be a type.") for param in params)


def either(left, right):
    """`left | right` where one of them is not the machine's."""
    return _union((left, right))


def joined(members):
    """The union of types: unions among them flattened, each type once."""
    flat = []
    for member in map(_type_convert, members):
        for part in member.__args__ if isinstance(member, Union) else (member,):
            if not any(_same(part, known) for known in flat):
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    if all(map(_is_machines, flat)):
        whole = flat[0]
        for member in flat[1:]:
            whole = whole | member
        return whole
    union = object.__new__(Union)
    union.__args__ = tuple(flat)
    return union


def _same(a, b):
    return a is b or type(a) is type(b) and a == b


def _is_machines(member):
    from ._standins import NATIVE_MEMBERS
    if isinstance(member, type):
        return type(member).__or__ is type.__or__
    return type(member) in NATIVE_MEMBERS
