"""Types with arguments: `List[int]`, subscripted classes. Those whose arguments follow rules of their own are in
`_variants`.

An alias stands for its origin: it is called, asked for attributes and derived from like that. `__args__` are the
arguments in order; those for a ParamSpec are one tuple among them, or stand side by side in a Callable.
"""
from ._checks import _is_protocol, _tp_cache, _type_check, _type_repr
from ._collecting import _collect_type_parameters
from ._kinds import NATIVE_ALIASES, NATIVE_GENERICS, Generic, Union

__name__ = "typing"

GenericAlias = type(list[int])
_OWN = frozenset(("__origin__", "__args__", "__parameters__", "_inst", "_name", "_nparams", "_defaults",
                  "_removal_version", "_where"))


class _Final:
    """A base that only this module derives from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=False, **kwargs):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


def _is_dunder(name):
    return name[:2] == "__" == name[-2:]


class _BaseGenericAlias(_Final, _root=True):
    """What aliases with and without arguments have in common."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if self._inst:
            return _noted(origin(*args, **kwargs), self)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {origin.__name__}() instead")

    def __mro_entries__(self, bases):
        entries = () if self.__origin__ in bases else (self.__origin__,)
        behind = bases[bases.index(self) + 1:]
        if any(_brings_generic(base, bases) for base in behind):
            return entries
        return (*entries, Generic)

    def __getattr__(self, name):
        # Names of the form __x__ describe the alias itself, or nothing.
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if name == "__origin__" and "_where" in self.__dict__:
            module, class_name = self._where
            self.__origin__ = origin = getattr(__import__(module, None, None, (class_name,)), class_name)
            return origin
        if _is_dunder(name) or "__origin__" not in self.__dict__ and "_where" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __setattr__(self, name, value):
        if name in _OWN or _is_dunder(name):
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*super().__dir__(), *(name for name in dir(self.__origin__) if not _is_dunder(name))})

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


def _noted(made, alias):
    """An instance that knows which alias made it, if it keeps attributes."""
    try:
        made.__orig_class__ = alias
    except Exception:
        pass  # classes refuse attributes in their own ways
    return made


def _brings_generic(base, bases):
    """Whether a base is, or stands for, a generic class."""
    if isinstance(base, (_BaseGenericAlias, *NATIVE_ALIASES)):
        return True
    entries = (base,) if isinstance(base, type) else ()
    if not entries and hasattr(base, "__mro_entries__"):
        entries = base.__mro_entries__(bases)
    # The class statement says itself what is wrong with entries that are no tuple.
    return isinstance(entries, tuple) and any(isinstance(entry, type) and issubclass(entry, NATIVE_GENERICS)
                                              for entry in entries)


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A type with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        self.__args__ = args = args if isinstance(args, tuple) else (args,)
        ordered = origin in NATIVE_GENERICS  # only declarations have an order of defaults
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=ordered)
        self._inst, self._name, self.__origin__ = inst, name, origin
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, args):
        origin = self.__origin__
        if origin in NATIVE_GENERICS or _is_protocol(origin):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        from ._substitution import substituted
        return self.copy_with(substituted(self, args, self._is_callable()))

    def _is_callable(self):
        origin = self.__origin__
        return getattr(origin, "__module__", "") == "collections.abc" and origin.__name__ == "Callable"

    def copy_with(self, args):
        """The same type with other arguments."""
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        alone = len(self.__args__) == 1 and not isinstance(self.__args__[0], tuple)
        form = form_of_name(self._name) if self._name else self.__origin__
        return subscription(form, self.__args__[0] if alone else self.__args__)

    def __mro_entries__(self, bases):
        from ._forms import _SpecialForm
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin not in NATIVE_GENERICS:
            return (origin,)
        # Generic[…] only declares where Protocol or another alias brings Generic anyway.
        behind = bases[bases.index(self) + 1:]
        others = (base for base in behind if base is not self)
        if any(map(_is_protocol, bases)) or any(isinstance(base, (_BaseGenericAlias, *NATIVE_ALIASES))
                                                for base in others):
            return ()
        return (origin,)

    def __iter__(self):
        from ._compound import Unpack
        yield Unpack[self]


def form_of_name(name):
    """The module's own object of a name, as pickles refer to it."""
    import typing
    return getattr(typing, name)


def subscription(form, args):
    """What copies and pickles make an alias of."""
    import operator
    return operator.getitem, (form, args)


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """An alias of a class that gets its arguments later: `List`, `Mapping`."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        if isinstance(origin, tuple):
            # The module and name of a class that is imported when it is needed: many aliases serve annotations only.
            del self.__origin__
            self._where = origin
        else:
            origin = origin.__module__, origin.__name__
        self.__doc__ = f"Deprecated alias to {'.'.join(origin).removeprefix('builtins.')}."

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not self._nparams and params:
            raise TypeError(f"{self} is not a generic class")
        params = tuple(_type_check(param, "Parameters to generic types must be types.") for param in params)
        lacking = self._nparams - len(params)
        if 0 < lacking <= len(self._defaults):
            params += self._defaults[-lacking:]
        if len(params) != self._nparams:
            least = self._nparams - len(self._defaults)
            expected = f"at least {least}" if self._defaults else str(least)
            what = "few" if lacking > 0 else "many"
            raise TypeError(f"Too {what} arguments for {self}; actual {len(params)}, expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        """The alias with arguments."""
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _BaseGenericAlias):
            if not isinstance(cls, _SpecialGenericAlias):
                return super().__subclasscheck__(cls)
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias, _root=True):
    """The form `Tuple`."""

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*(_type_check(param, message) for param in params[:-1]), ...))
        return self.copy_with(tuple(_type_check(param, "Tuple[t0, t1, ...]: each t must be a type.")
                                    for param in params))
