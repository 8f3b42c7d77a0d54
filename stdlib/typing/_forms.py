"""Special forms: the names that mean something only to whoever reads annotations.

A form is made by decorating what its subscription does; the function's name is the form's.
"""
from ._aliases import _Final, _GenericAlias
from ._checks import _tp_cache, _type_check
from ._kinds import Union

__name__ = "typing"


# A name with a meaning of its own in annotations. Each form has a docstring of its own, so the class has none.
class _SpecialForm(_Final, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")
    __iter__ = None  # a form with __getitem__ would be iterable otherwise

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Forms that are types by themselves, and take no arguments.

def _standalone(function):
    def refuse(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    refuse.__name__, refuse.__doc__ = function.__name__, function.__doc__
    return _SpecialForm(refuse)


@_standalone
def LiteralString():
    """Any string made of literals."""


@_standalone
def Never():
    """The type of nothing: of what never happens."""


@_standalone
def NoReturn():
    """The result of a function that never returns."""


@_standalone
def Self():
    """The type of the enclosing class."""


@_standalone
def TypeAlias():
    """Marks an assignment as the alias of a type."""


# Forms with one type.

def _single(function, message="{0} accepts only single type.", qualifier=False):
    @_tp_cache
    def subscribe(self, parameters):
        text = message.format(self, self._name)
        return _GenericAlias(self, (_type_check(parameters, text, allow_special_forms=qualifier),))
    subscribe.__name__, subscribe.__doc__ = function.__name__, function.__doc__
    return _SpecialForm(subscribe)


def _qualifier(function):
    return _single(function, qualifier=True)


def _item(function):
    return _single(function, "{1} accepts only a single type.")


@_qualifier
def ClassVar():
    """Marks a variable of the class, not of its instances."""


@_qualifier
def Final():
    """Marks a name that is bound once and never overridden."""


@_item
def Required():
    """Marks a key that a TypedDict must have."""


@_item
def NotRequired():
    """Marks a key that a TypedDict may lack."""


@_item
def ReadOnly():
    """Marks an item of a TypedDict that is not changed."""


@_single
def TypeGuard():
    """The result of a function that tells whether its argument is of a type."""


@_single
def TypeIs():
    """The result of a function that tells whether its argument is of a type, and when it is not."""


@_SpecialForm
@_tp_cache
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


STANDALONE = (LiteralString, Never, NoReturn, Self, TypeAlias)
QUALIFIERS = (ClassVar, Final)
