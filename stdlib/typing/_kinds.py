"""The classes that the language itself makes objects of: type parameters, aliases of `type`, unions, Generic.

A machine with a native `_typing` has them all. Without it the stand-ins serve: they are constructible and complete, and
take the machine's own objects (of `def f[T]`, `type A = …`, `int | str`) for instances of theirs.
"""
try:
    from _typing import (
        Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, Union,
    )
    NATIVE_ALIASES = ()
    NATIVE_GENERICS = (Generic,)
except ImportError:
    from ._standins import NATIVE_ALIASES, NATIVE_GENERICS, Generic, NoDefault
    from ._standins import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple
    from ._unions import Union


def own(param, name):
    """A method of a type parameter; that of the stand-in where the machine's object hasn't got it."""
    method = getattr(param, name, None)
    if method is None:
        for kind in (TypeVar, ParamSpec, TypeVarTuple):
            if isinstance(param, kind):
                return getattr(kind, name).__get__(param)
    return method


def is_parameter(value):
    """Whether a value stands for a type that is given later."""
    if isinstance(value, type):
        return False
    return hasattr(value, "__typing_subst__") or isinstance(value, (TypeVar, ParamSpec, TypeVarTuple))
