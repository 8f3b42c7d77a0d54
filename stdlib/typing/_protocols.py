"""Protocols: classes that others match by having their members.

A class is a protocol if Protocol itself stands among its bases. Its members are what its body and those of the
protocols it derives from define or annotate; `runtime_checkable` notes which of them are not methods.
"""
import sys
from abc import ABCMeta

from ._kinds import NATIVE_GENERICS, Generic

__name__ = "typing"

# What a class body brings without being a member.
EXCLUDED_ATTRIBUTES = frozenset("""
    _MutableMapping__marker __abstractmethods__ __annotate__ __annotate_func__ __annotations__ __annotations_cache__
    __class_getitem__ __dict__ __doc__ __firstlineno__ __init__ __match_args__ __module__ __new__
    __non_callable_proto_members__ __orig_bases__ __orig_class__ __parameters__ __protocol_attrs__ __slots__
    __static_attributes__ __subclasshook__ __type_params__ __weakref__ _is_protocol _is_runtime_protocol
""".split())

# Classes of other modules that protocols may derive from.
_PROTOCOL_LIKE = {
    "collections.abc": "Callable Awaitable Iterable Iterator AsyncIterable AsyncIterator Hashable Sized Container"
                       " Collection Reversible Buffer",
    "contextlib": "AbstractContextManager AbstractAsyncContextManager",
    "io": "Reader Writer",
    "os": "PathLike",
}
_UNCHECKED = "Instance and class checks can only be used with @runtime_checkable protocols"
_ABSENT = object()


def _get_protocol_attrs(cls):
    """The names of a protocol's members."""
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        members.update(base.__dict__, _annotated(base))
    return {name for name in members if name not in EXCLUDED_ATTRIBUTES and not name.startswith("_abc_")}


def _is_protocol_class(cls):
    return isinstance(cls, type) and issubclass(cls, NATIVE_GENERICS) and getattr(cls, "_is_protocol", False)


def _may_be_base(base):
    """Whether a protocol may derive from a class."""
    if base is object or base in NATIVE_GENERICS or _is_protocol_class(base):
        return True
    return base.__name__ in _PROTOCOL_LIKE.get(base.__module__, "").split()


def _asked_by_machinery():
    """Whether a check comes from the caches of ABCs or from singledispatch, which ask about every class they know."""
    return sys._getframemodulename(2) in ("abc", "_py_abc", "functools", None)


class _ProtocolMeta(ABCMeta):
    """The type of protocols, which answers instance and class checks."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and (Protocol in bases or Generic in bases):
            for base in bases:
                if not _may_be_base(base):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _asked_by_machinery():
            _refuse_check(cls, other)
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _asked_by_machinery():
            raise TypeError(_UNCHECKED)
        return super().__instancecheck__(instance) or all(_has(instance, name, cls) for name in cls.__protocol_attrs__)


def _refuse_check(cls, other):
    """Raises where a protocol cannot tell whether a class matches."""
    data = ()
    if getattr(cls, "_is_runtime_protocol", False):
        hook = cls.__dict__.get("__subclasshook__")
        data = sorted(cls.__non_callable_proto_members__) if hook is _matches else ()
        if not data:
            return
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    if not data:
        raise TypeError(_UNCHECKED)
    raise TypeError("Protocols with non-method members don't support issubclass(). "
                    f"Non-method members: {str(data)[1:-1]}.")


def _has(instance, name, protocol):
    """Whether an instance has a member; None takes the place of a method that is not there."""
    value = _static(instance, name)
    if value is _ABSENT:
        return False
    return value is not None or name in protocol.__non_callable_proto_members__


def _static(obj, name):
    """An attribute as it is stored, found without running code of the object's class."""
    kind = type(obj)
    if isinstance(obj, type):
        found = _in_classes(obj, name)
        return _in_classes(kind, name) if found is _ABSENT else found
    # A class that puts something else in the place of `__dict__` hides the instance's own attributes.
    if type(_in_classes(kind, "__dict__")).__name__ == "getset_descriptor":
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = ()
        if name in own:
            return own[name]
    return _in_classes(kind, name)


def _in_classes(kind, name):
    for base in type.__dict__["__mro__"].__get__(kind):
        if name in base.__dict__:
            return base.__dict__[name]
    return _ABSENT


@classmethod
def _matches(cls, other):
    """The `__subclasshook__` of protocols: whether a class has all members."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            # Protocols also have what they annotate.
            if _is_protocol_class(other) and name in _annotated(base):
                break
        else:
            return NotImplemented
    return True


def _annotated(cls):
    """The annotations of a class, with references for names that are not there yet."""
    try:
        return cls.__annotations__
    except Exception:
        from annotationlib import get_annotations
        return get_annotations(cls, format=3)  # Format.FORWARDREF, without loading enum


def _refuse_instance(self, *args, **kwargs):
    """The `__init__` of protocols. Classes that implement one take the next `__init__` instead."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _refuse_instance:
        return  # called by super() of another __init__
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _refuse_instance)
        if init is not _refuse_instance:
            break
    else:
        init = object.__init__
    cls.__init__ = init  # later instances find it without this search
    init(self, *args, **kwargs)


_refuse_instance.__name__ = _refuse_instance.__qualname__ = "__init__"


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        body = vars(cls)
        declared = body.get("_is_protocol", False) or Protocol in cls.__bases__
        equipment = {"_is_protocol": declared}
        if "__subclasshook__" not in body:
            equipment["__subclasshook__"] = _matches
        if declared and cls.__init__ is Protocol.__init__:
            equipment["__init__"] = _refuse_instance
        for name, value in equipment.items():
            setattr(cls, name, value)


def runtime_checkable(cls):
    """Let instance and class checks work with a protocol."""
    if not _is_protocol_class(cls):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    if isinstance(cls, _ProtocolMeta):
        cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not _is_method(cls, name)}
    return cls


def _is_method(cls, name):
    try:
        return callable(getattr(cls, name, None))
    except Exception as error:
        raise TypeError(f"Failed to determine whether protocol member {name!r} is a method member") from error


def is_protocol(tp, /):
    """Whether a type is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names of a protocol's members."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)
