"""What is said to type checkers: casts, assertions, overloads, marks on functions and classes, new types.

At run time these return what they are given; overloads are kept in a registry.
"""
import sys

from ._checks import _caller
from ._kinds import Union

__name__ = "typing"

_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def cast(typ, val):
    """Return a value unchanged, to be seen as of a type."""
    return val


def assert_type(val, typ, /):
    """Return a value unchanged; type checkers compare its type."""
    return val


def assert_never(arg, /):
    """Raise: type checkers see that it is never reached."""
    shown, most = repr(arg), _ASSERT_NEVER_REPR_MAX_LENGTH
    raise AssertionError("Expected code to be unreachable, but got: " + shown[:most] + "..." * (len(shown) > most))


def reveal_type(obj, /):
    """Say the type of an object on the error stream, and return the object."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


# Overloads: module → qualified name → line → function. A definition that is run again takes the place of the former
# one.

_overloads = {}


def _overload_dummy(*args, **kwds):
    """What `overload` puts in the place of a signature."""
    raise NotImplementedError("You should not call an overloaded function. "
                              "A series of @overload-decorated functions "
                              "outside a stub module should always be followed "
                              "by an implementation that is not @overload-ed.")


def overload(func):
    """Note one signature of a function."""
    inner = getattr(func, "__func__", func)
    try:
        signatures = _overloads.setdefault(inner.__module__, {}).setdefault(inner.__qualname__, {})
        signatures[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # not a function: nothing to find it by
    return _overload_dummy


def get_overloads(func):
    """The signatures that were noted for a function."""
    inner = getattr(func, "__func__", func)
    return list(_overloads.get(inner.__module__, {}).get(inner.__qualname__, {}).values())


def clear_overloads():
    """Forget all signatures."""
    _overloads.clear()


# Marks.

def _marked(obj, **attributes):
    for name, value in attributes.items():
        try:
            setattr(obj, name, value)
        except (AttributeError, TypeError):
            pass  # objects that keep no attributes
    return obj


def final(f):
    """Mark a method that is not overridden, or a class that is not derived from."""
    return _marked(f, __final__=True)


def override(method, /):
    """Mark a method that overrides one of a base class."""
    return _marked(method, __override__=True)


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Mark what makes classes like dataclasses."""
    described = {
        "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
        "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
    }

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = described
        return cls_or_fn
    return mark


class NewType:
    """A type of its own to checkers; calls return their argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        def refuse(cls):
            advice = f"`{cls.__name__} = NewType({cls.__name__!r}, {self.__name__})`"
            raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: " + advice)

        # The class statement goes on as far as telling its base, which knows the new name.
        return (type(self.__name__, (), {"__init_subclass__": classmethod(refuse)}),)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
