"""Aliases whose arguments follow rules of their own: Callable, Literal, Concatenate, Unpack, Annotated; and
deprecated ones.
"""
from ._aliases import GenericAlias, _GenericAlias, _SpecialGenericAlias, form_of_name, subscription
from ._checks import _tp_cache, _type_check, _type_convert, _type_repr
from ._kinds import Union
from ._substitution import _is_param_expr

__name__ = "typing"


class _CallableGenericAlias(_GenericAlias, _root=True):
    """`Callable` with parameters and result."""

    __iter__ = None

    def _is_listed(self):
        """Whether the parameters are shown as a list."""
        return not (len(self.__args__) == 2 and _is_param_expr(self.__args__[0]))

    def __repr__(self):
        if not self._is_listed():
            return super().__repr__()
        *params, result = map(_type_repr, self.__args__)
        return f"typing.Callable[[{', '.join(params)}], {result}]"

    def __reduce__(self):
        *params, result = self.__args__
        return subscription(form_of_name("Callable"), (params if self._is_listed() else params[0], result))


class _CallableType(_SpecialGenericAlias, _root=True):
    """The form `Callable`."""

    def copy_with(self, params):
        """The alias with arguments side by side."""
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        # Tuples can be remembered, lists cannot.
        return self._with((tuple(args) if isinstance(args, list) else args), result)

    @_tp_cache
    def _with(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*map(_type_convert, args), result))


class _LiteralGenericAlias(_GenericAlias, _root=True):
    """`Literal` with values: equal where the same values of the same types are listed, in any order."""

    def _values(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self):
        return hash(frozenset(self._values()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    """`Concatenate` with types and a ParamSpec."""

    def copy_with(self, params):
        """With the last parameter's own list, if it has one, spread out."""
        *types, last = params
        if isinstance(last, _ConcatenateGenericAlias):
            types += last.__args__
        elif isinstance(last, (list, tuple)):
            return (*types, *last)  # nothing is left open: plain parameters
        else:
            types.append(last)
        return super().copy_with(tuple(types))


class _UnpackGenericAlias(_GenericAlias, _root=True):
    """`Unpack` with a tuple type, a TypeVarTuple or a TypedDict."""

    __typing_is_unpacked__ = True

    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        inner = self.__args__[0]
        if not isinstance(inner, (GenericAlias, _GenericAlias)):
            return None  # a TypeVarTuple or a TypedDict
        if inner.__origin__ is tuple:
            return inner.__args__
        raise TypeError("Unpack[...] must be used with a tuple type")

    @property
    def __typing_is_unpacked_typevartuple__(self):
        from ._kinds import TypeVarTuple
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    """A type with metadata; the type is both origin and only argument."""

    __iter__ = None

    def __init__(self, origin, metadata):
        inner = origin if isinstance(origin, _AnnotatedAlias) else None
        tp = origin if inner is None else inner.__origin__
        super().__init__(tp, tp, name="Annotated")
        self.__metadata__ = metadata if inner is None else (*inner.__metadata__, *metadata)

    def copy_with(self, params):
        """Another type with the same metadata."""
        new, = params
        return self.__class__(new, self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return subscription(form_of_name("Annotated"), (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        return "Annotated" if name in ("__name__", "__qualname__") else super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    """An alias that warns when it is asked about instances."""

    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self._removal_version = removal_version

    def __instancecheck__(self, inst):
        _warn_of(f"typing.{self._name}", self._removal_version)
        return super().__instancecheck__(inst)


def _warn_of(name, removal, depth=3):
    import warnings
    text = f"{name!r} is deprecated and slated for removal in Python {removal[0]}.{removal[1]}"
    warnings.warn(text, DeprecationWarning, stacklevel=depth)


class _UnionKind(type):
    """The type of `_UnionGenericAlias`, which is only an old name for Union."""

    def __instancecheck__(cls, instance):
        _warn_of("_UnionGenericAlias", (3, 17))
        return isinstance(instance, Union)

    def __subclasscheck__(cls, other):
        _warn_of("_UnionGenericAlias", (3, 17))
        return issubclass(other, Union)

    def __eq__(cls, other):
        _warn_of("_UnionGenericAlias", (3, 17))
        return other is cls or other is Union

    def __hash__(cls):
        return hash(Union)


class _UnionGenericAlias(metaclass=_UnionKind):
    """What unions used to be instances of."""

    def __new__(cls, self_cls, parameters, /, *, name=None):
        _warn_of("_UnionGenericAlias", (3, 17))
        return Union[parameters]
