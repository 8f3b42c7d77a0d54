"""`TypedDict`: dictionaries whose keys have types.

A class of this kind makes plain dictionaries. The sets of keys that it keeps add to those of its bases; what a body
says about a key replaces what they said.
"""
from ._checks import _caller, _type_check
from ._forms import NotRequired, ReadOnly, Required
from ._hints import get_origin
from ._kinds import NATIVE_GENERICS, Generic
from ._variants import _AnnotatedAlias

__name__ = "typing"

_NOT_GIVEN = object()
_VALUE, _VALUE_WITH_FAKE_GLOBALS, _FORWARDREF, _STRING = 1, 2, 3, 4  # annotationlib.Format
_MESSAGE = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"


def _qualifiers(annotation):
    """The qualifiers around a type."""
    found = []
    while True:
        origin = get_origin(annotation)
        if isinstance(annotation, _AnnotatedAlias):
            annotation = annotation.__origin__
        elif origin is Required or origin is NotRequired or origin is ReadOnly:
            found.append(origin)
            annotation, = annotation.__args__
        else:
            return found


class _TypedDictMeta(type):
    """The type of typed dictionaries, and what makes one of a class body."""

    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base not in NATIVE_GENERICS:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, NATIVE_GENERICS) for base in bases) else ()
        given = ns.pop("__annotations__", None)
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        compute, types = _body(given, ns, made)
        made.__annotate__ = _annotate(made, bases, compute, types)
        _sort_keys(made, bases, types, total)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)  # a typed dictionary is a plain one

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _body(given, ns, made):
    """What computes the annotations of a body (None where they are given), and the annotations."""
    if given is None:
        from annotationlib import call_annotate_function, get_annotate_from_class_namespace
        compute = get_annotate_from_class_namespace(ns)
        given = {} if compute is None else call_annotate_function(compute, _FORWARDREF, owner=made)
        return compute, _checked(given, made)
    # References in annotations that are there already say whose they are.
    return None, _checked(given, made, owner=made)


def _checked(types, made, owner=None):
    return {name: _type_check(tp, _MESSAGE, owner=owner, module=made.__module__) for name, tp in types.items()}


def _annotate(made, bases, compute, types):
    """What computes the annotations of a typed dictionary: those of its bases, then its own."""
    def __annotate__(format, /):
        from annotationlib import annotations_to_string, call_annotate_function, get_annotations
        if format not in (_VALUE, _FORWARDREF, _STRING):
            raise NotImplementedError(format)
        found = {}
        for base in bases:
            if base not in NATIVE_GENERICS:
                found.update(get_annotations(base, format=format))
        if compute is not None:
            own = call_annotate_function(compute, format, owner=made)
            found.update(own if format == _STRING else _checked(own, made))
        else:
            found.update(annotations_to_string(types) if format == _STRING else types)
        return found
    return __annotate__


def _sort_keys(made, bases, types, total):
    required, optional, readonly, mutable = set(), set(), set(), set()
    for base in bases:
        kept = base.__dict__
        _move(kept.get("__required_keys__", ()), required, optional)
        _move(kept.get("__optional_keys__", ()), optional, required)
        readonly.update(kept.get("__readonly_keys__", ()))
        mutable.update(kept.get("__mutable_keys__", ()))
    for key, tp in types.items():
        qualifiers = _qualifiers(tp)
        must = Required in qualifiers or NotRequired not in qualifiers and total
        _move((key,), *((required, optional) if must else (optional, required)))
        if ReadOnly in qualifiers:
            if key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            readonly.add(key)
        else:
            _move((key,), mutable, readonly)
    made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
    made.__readonly_keys__, made.__mutable_keys__ = frozenset(readonly), frozenset(mutable)


def _move(keys, into, out):
    into.update(keys)
    out.difference_update(keys)


def TypedDict(typename, fields=_NOT_GIVEN, /, *, total=True):
    """Make a typed dictionary; as a base class, make one of a class body."""
    if fields is _NOT_GIVEN or fields is None:
        import warnings
        what = "Passing `None` as" if fields is None else "Failing to pass a value for"
        example = f"{typename} = TypedDict({typename!r}, {{}})"
        warnings.warn(f"{what} the 'fields' parameter is deprecated and will be disallowed in Python 3.15. To create a "
                      "TypedDict class with 0 fields using the functional syntax, pass an empty dictionary, e.g. "
                      f"`{example}`.", DeprecationWarning, stacklevel=2)
        fields = {}
    ns = {"__annotations__": dict(fields)}
    module = _caller()
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def _entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _entries


def is_typeddict(tp):
    """Whether a type is a typed dictionary."""
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict
