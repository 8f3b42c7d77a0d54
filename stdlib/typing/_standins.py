"""Type parameters, `TypeAliasType` and Generic, for a machine whose own ones scripts cannot make.

Each class takes the machine's objects of the same kind for its instances (`_Kind`), and its methods work on both.
With a native `_typing` nothing of this file is loaded.
"""
from ._checks import _caller, _type_check


def _machine[T, *Ts, **P](): pass


type _Alias[T] = list[T]


class _Subscribed[T]: pass


_NATIVE = {type(param).__name__: type(param) for param in _machine.__type_params__}
_NATIVE["TypeAliasType"] = type(_Alias)
_NATIVE["ParamSpecArgs"] = type(_machine.__type_params__[2].args)
_NATIVE["ParamSpecKwargs"] = type(_machine.__type_params__[2].kwargs)
NoDefault = _machine.__type_params__[0].__default__
NATIVE_ALIASES = (type(_Subscribed[int]),)
# What the machine's own `|` takes besides classes.
NATIVE_MEMBERS = (type(list[int]), type(int | str), *NATIVE_ALIASES,
                  *(_NATIVE[name] for name in ("TypeVar", "ParamSpec", "TypeAliasType")))

__name__ = "typing"

_VALUE, _STRING = 1, 4  # annotationlib.Format


class _Kind(type):
    """The type of the stand-ins: the machine's objects of the same name are instances, too."""

    def __instancecheck__(cls, instance):
        kind = type(instance)
        return kind is cls or kind is _NATIVE[cls.__name__]

    def __subclasscheck__(cls, other):
        return other is cls or other is _NATIVE[cls.__name__]

    def __new__(meta, name, bases, namespace, **kwargs):
        if any(type(base) is meta for base in bases):
            raise TypeError(f"type 'typing.{bases[0].__name__}' is not an acceptable base type")
        return super().__new__(meta, name, bases, namespace, **kwargs)


def _named(function, args, kwargs, more=()):
    """The name from a constructor's arguments, with the errors of a native one."""
    if not args and "name" not in kwargs:
        raise TypeError(f"{function}() missing required argument 'name' (pos 1)")
    name = args[0] if args else kwargs.pop("name")
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {type(name).__name__}")
    for word in kwargs:
        if word not in more:
            raise TypeError(f"{function}() got an unexpected keyword argument {word!r}")
    return name


class _Evaluator:
    """Calls give a value that is known already, or its text."""

    __slots__ = ("_value",)

    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return f"<constevaluator {self._value!r}>"

    def __call__(self, format, /):
        if format != _STRING:
            return self._value
        from annotationlib import type_repr
        if type(self._value) is tuple:
            return "(" + ", ".join(map(type_repr, self._value)) + ")"
        return type_repr(self._value)


class _Parameter:
    """What type parameters have in common."""

    def __setattr__(self, name, value):
        if name in ("__name__", "__bound__", "__constraints__", "__default__", "__covariant__", "__contravariant__",
                    "__infer_variance__", "evaluate_bound", "evaluate_constraints", "evaluate_default"):
            raise AttributeError(f"attribute '{name}' of 'typing.{type(self).__name__}' objects is not writable")
        object.__setattr__(self, name, value)

    def _keep(self, default, **fields):
        self.__dict__.update(fields, __default__=default, __module__=_caller(2, None),
                             evaluate_default=_Evaluator(default))

    def has_default(self):
        """Whether there is a default."""
        return self.__default__ is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def __getattr__(self, name):
        raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute {name!r}")


def _variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    return dict(__covariant__=bool(covariant), __contravariant__=bool(contravariant),
                __infer_variance__=bool(infer_variance))


class _Bounded(_Parameter):
    """What TypeVar and ParamSpec have in common: variance, bound, `|`."""

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, right):
        from ._unions import either
        return either(self, right)

    def __ror__(self, left):
        from ._unions import either
        return either(left, self)


class TypeVar(_Bounded, metaclass=_Kind):
    """A type variable."""

    def __init__(self, *args, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False,
                 **kwargs):
        name = _named("typevar", args, kwargs, ("name",))
        constraints = args[1:]
        variance = _variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if bound is not None:
            bound = _type_check(bound, "Bound must be a type.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._keep(default, **variance, __name__=name, __bound__=bound, __constraints__=constraints,
                   evaluate_bound=None if bound is None else _Evaluator(bound),
                   evaluate_constraints=_Evaluator(constraints) if constraints else None)

    def __typing_subst__(self, arg):
        from ._substitution import _typevar_subst
        return _typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        from ._substitution import _typevar_prepare_subst
        return _typevar_prepare_subst(self, alias, args)


class ParamSpec(_Bounded, metaclass=_Kind):
    """A variable for the parameters of a callable."""

    def __init__(self, *args, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False,
                 **kwargs):
        if len(args) > 1:
            raise TypeError(f"paramspec() takes exactly 1 positional argument ({len(args)} given)")
        name = _named("paramspec", args, kwargs)
        variance = _variance(covariant, contravariant, infer_variance)
        self._keep(default, **variance, __name__=name, __bound__=bound)

    @property
    def args(self):
        """The positional parameters."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """The keyword parameters."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        from ._substitution import _paramspec_subst
        return _paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        from ._substitution import _paramspec_prepare_subst
        return _paramspec_prepare_subst(self, alias, args)


class TypeVarTuple(_Parameter, metaclass=_Kind):
    """A variable for any number of types."""

    def __init__(self, *args, default=NoDefault, **kwargs):
        if len(args) > 1:
            raise TypeError(f"typevartuple() takes exactly 1 positional argument ({len(args)} given)")
        self._keep(default, __name__=_named("typevartuple", args, kwargs))

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        from ._compound import Unpack
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        from ._substitution import _typevartuple_prepare_subst
        return _typevartuple_prepare_subst(self, alias, args)


class _Part:
    """`P.args` and `P.kwargs`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        if isinstance(self.__origin__, ParamSpec):
            return f"{self.__origin__.__name__}.{self._word}"
        return f"{self.__origin__!r}.{self._word}"

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_Part, metaclass=_Kind):
    """The positional parameters that a ParamSpec stands for."""

    _word = "args"


class ParamSpecKwargs(_Part, metaclass=_Kind):
    """The keyword parameters that a ParamSpec stands for."""

    _word = "kwargs"


class TypeAliasType(metaclass=_Kind):
    """A named alias of a type."""

    def __init__(self, *args, type_params=(), **kwargs):
        name = _named("typealias", args, kwargs, ("value",))
        if len(args) < 2 and "value" not in kwargs:
            raise TypeError("typealias() missing required argument 'value' (pos 2)")
        if type(type_params) is not tuple:
            raise TypeError("type_params must be a tuple")
        default = False
        for param in type_params:
            if not isinstance(param, (TypeVar, ParamSpec, TypeVarTuple)):
                raise TypeError(f"Expected a type param, got {param!r}")
            if param.__default__ is not NoDefault:
                default = True
            elif default:
                raise TypeError(f"non-default type parameter '{param!r}' follows default type parameter")
        value = args[1] if len(args) > 1 else kwargs["value"]
        self.__dict__.update(__name__=name, __value__=value, __type_params__=type_params, __module__=_caller(1, None),
                             evaluate_value=_Evaluator(value))

    @property
    def __parameters__(self):
        many = (list(param) if isinstance(param, TypeVarTuple) else [param] for param in self.__type_params__)
        return tuple(param for params in many for param in params)

    def __setattr__(self, name, value):
        if name in ("__name__", "__value__", "__type_params__", "__parameters__", "__module__", "evaluate_value"):
            raise AttributeError("readonly attribute" if name == "__name__" else
                                 f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r} and no __dict__ "
                             "for setting new attributes")

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return type(list[int])(self, args if type(args) is tuple else (args,))

    def __iter__(self):
        from ._compound import Unpack
        yield Unpack[self]

    def __or__(self, right):
        from ._unions import either
        return either(self, right)

    def __ror__(self, left):
        from ._unions import either
        return either(left, self)

    def __reduce__(self):
        return self.__name__


class Generic:
    """The base of classes with type parameters."""

    __slots__ = ()

    def __class_getitem__(cls, args):
        from ._generic import _generic_class_getitem
        return _generic_class_getitem(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        from ._generic import _generic_init_subclass
        _generic_init_subclass(cls, *args, **kwargs)


NATIVE_GENERICS = (Generic, _Subscribed.__mro__[1])
