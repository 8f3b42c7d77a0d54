"""`NamedTuple`: named tuples whose fields have types."""
from ._checks import _caller, _type_check
from ._kinds import NATIVE_GENERICS
from ._generic import _generic_class_getitem

__name__ = "typing"

# What a body must not define, and what it brings that is not taken over.
_prohibited = frozenset("""
    __new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _make _replace _asdict _source
""".split())
_LEFT_OUT = frozenset("""
    __module__ __name__ __annotations__ __annotate__ __annotate_func__ __annotations_cache__
""".split())
_NOT_GIVEN = object()
_VALUE, _VALUE_WITH_FAKE_GLOBALS, _FORWARDREF, _STRING = 1, 2, 3, 4  # annotationlib.Format


def _checked(types, given=False):
    """The types of fields; errors name the field where the types were given, not computed."""
    message = "field {} annotation must be a type" if given else "field annotation must be a type"
    return {name: _type_check(tp, message.format(name)) for name, tp in types.items()}


def _make(name, fields, annotate, defaults, module, bases=(), orig_bases=()):
    """A named tuple class with annotations, which `annotate` computes; with bases where there are others than tuple."""
    from collections import namedtuple
    made = namedtuple(name, fields, defaults=defaults, module=module)
    if bases:
        namespace = {key: value for key, value in made.__dict__.items() if key not in ("__dict__", "__weakref__")}
        subscribe = classmethod(_generic_class_getitem)
        made = type(name, bases, {**namespace, "__orig_bases__": orig_bases, "__class_getitem__": subscribe})
    made.__annotate__ = made.__new__.__annotate__ = annotate
    return made


def _constant(types):
    """What computes annotations that are known already."""
    types = _checked(types, given=True)

    def annotate(format, /):
        if format in (_VALUE, _FORWARDREF):
            return types
        if format == _STRING:
            from annotationlib import annotations_to_string
            return annotations_to_string(types)
        raise NotImplementedError(format)
    return annotate


def _computed(compute):
    """What computes the annotations of a body: types of every kind are checked as such."""
    def annotate(format, /):
        from annotationlib import call_annotate_function
        found = call_annotate_function(compute, format)
        if format == _VALUE_WITH_FAKE_GLOBALS:
            raise NotImplementedError(format)
        return found if format == _STRING else _checked(found)
    return annotate


class NamedTupleMeta(type):
    """Turns a class body into a named tuple class."""

    def __new__(cls, typename, bases, ns):
        if "__classcell__" in ns:
            raise TypeError("uses of super() and __class__ are unsupported in methods of NamedTuple subclasses")
        if any(base is not _NamedTuple and base not in NATIVE_GENERICS for base in bases):
            raise TypeError("can only inherit from a NamedTuple type and Generic")
        if bases.count(_NamedTuple) > 1:
            raise TypeError("duplicate base class tuple")
        types, annotate = _annotations(ns)
        more = ()
        if any(base in NATIVE_GENERICS for base in bases):
            more = tuple(tuple if base is _NamedTuple else base for base in bases), ns.get("__orig_bases__", ())
        made = _make(typename, list(types), annotate, _defaults(types, ns), ns["__module__"], *more)
        for key, value in ns.items():
            _take_over(made, key, value)
        return made


def _annotations(ns):
    if "__annotations__" in ns:
        types = ns["__annotations__"]
        return types, _constant(types)
    from annotationlib import call_annotate_function, get_annotate_from_class_namespace
    compute = get_annotate_from_class_namespace(ns)
    if compute is None:
        return {}, None
    types = call_annotate_function(compute, _FORWARDREF)
    return _checked(types), _computed(compute)


def _defaults(types, ns):
    given = []
    for name in types:
        if name in ns:
            given.append(name)
        elif given:
            raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                            f"{'s' if len(given) > 1 else ''} {', '.join(given)}")
    return [ns[name] for name in given]


def _take_over(made, key, value):
    """Puts a name of the body into the class, as the class statement would."""
    if key in _prohibited:
        raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
    if key in _LEFT_OUT:
        return
    if key not in made._fields:
        setattr(made, key, value)
    set_name = getattr(type(value), "__set_name__", None)
    if set_name is None:
        return
    try:
        set_name(value, made, key)
    except BaseException as error:
        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {made.__name__!r}")
        raise


def NamedTuple(typename, fields=_NOT_GIVEN, /, **kwargs):
    """Make a named tuple class; as a base class, make one of a class body."""
    if fields is _NOT_GIVEN and kwargs:
        _deprecated("Creating NamedTuple classes using keyword arguments",
                    "Use the class-based or functional syntax instead.")
    elif fields is _NOT_GIVEN or fields is None:
        if kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter "
                            "and also specify fields using keyword arguments")
        what = "Passing `None` as" if fields is None else "Failing to pass a value for"
        what += " the 'fields' parameter"
        _deprecated(what, "To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, "
                          f"e.g. `{typename} = NamedTuple({typename!r}, [])`.")
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    if fields is _NOT_GIVEN or fields is None:
        fields = kwargs.items()
    types = {name: tp for name, tp in fields}
    names = [name for name, _ in fields] if isinstance(fields, (list, tuple)) else list(types)
    made = _make(typename, names, _constant(types), (), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _deprecated(what, advice):
    import warnings
    warnings.warn(f"{what} is deprecated and will be disallowed in Python 3.15. {advice}", DeprecationWarning,
                  stacklevel=3)


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _entries
