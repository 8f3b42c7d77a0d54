"""Generic classes: their parameters, and their subscription."""
from ._checks import _is_protocol, _tp_cache, _type_convert
from ._collecting import _collect_type_parameters, unpacked_variable
from ._kinds import NATIVE_GENERICS, Generic, ParamSpec, TypeVar, TypeVarTuple
from ._substitution import assign

__name__ = "typing"


@_tp_cache
def _generic_class_getitem(cls, args):
    """A generic class with arguments; of Generic and Protocol, a base with type parameters."""
    from ._aliases import _GenericAlias
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(arg) for arg in args)
    if cls in NATIVE_GENERICS or _is_protocol(cls):
        _check_declared(cls, args)
        return _GenericAlias(cls, args)
    params = _parameters_of(cls)
    if not params:
        raise TypeError(f"{cls} is not a generic class")
    given = assign(cls, params, args)
    made = []
    for param, arg in given.items():
        if isinstance(param, TypeVarTuple):
            made.extend(arg)
        else:
            made.append(arg)
    return _GenericAlias(cls, tuple(made))


def _parameters_of(cls):
    try:
        return cls.__parameters__
    except AttributeError as error:
        hook = getattr(cls.__init_subclass__, "__qualname__", None)
        if hook is not None:
            error.add_note(f"Note: this exception may have been caused by {hook!r} (or the '__init_subclass__' method "
                           "on a superclass) not calling 'super().__init_subclass__()'")
        raise


def _check_declared(cls, args):
    if not args:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    if not all(isinstance(arg, (TypeVar, ParamSpec)) or unpacked_variable(arg) for arg in args):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or "
                        "parameter specification variables.")
    if len(set(args)) != len(args):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")


def is_generic_base(base):
    """Whether a base is `Generic[…]`."""
    return getattr(base, "__origin__", None) in NATIVE_GENERICS


def _generic_init_subclass(cls, *args, **kwargs):
    """Find the type parameters of a new class among its bases."""
    generic = Generic if Generic in cls.__mro__ else NATIVE_GENERICS[-1]
    super(generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get("__orig_bases__")
    if Generic in (cls.__bases__ if bases is None else bases) and (bases is not None or _may_be_plain(cls)):
        raise TypeError("Cannot inherit from plain Generic")
    cls.__parameters__ = _declared(bases) if bases else ()


def _may_be_plain(cls):
    """Whether a class derives from Generic itself: only Protocol and typed dictionaries do."""
    return cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"


def _declared(bases):
    found = _collect_type_parameters(bases)
    declared = [base.__parameters__ for base in bases if is_generic_base(base)]
    if len(declared) > 1:
        raise TypeError("Cannot inherit from Generic[...] multiple times.")
    if not declared:
        return found
    unlisted = [param for param in found if param not in declared[0]]
    if unlisted:
        lacking, listed = (", ".join(map(str, params)) for params in (unlisted, declared[0]))
        raise TypeError(f"Some type variables ({lacking}) are not listed in Generic[{listed}]")
    return tuple(declared[0])
