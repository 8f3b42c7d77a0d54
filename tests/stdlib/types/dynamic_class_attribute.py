# DynamicClassAttribute: a property of instances that leaves the class attribute to the metaclass.
import types
from abc import ABCMeta, abstractmethod


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    def __getattr__(cls, name):
        return f"virtual {name}"


class Both(metaclass=Meta):
    def __init__(self):
        self._level = 1

    @types.DynamicClassAttribute
    def level(self):
        """How far up."""
        return self._level

    @level.setter
    def level(self, value):
        self._level = value

    @level.deleter
    def level(self):
        self._level = None


both = Both()
print(Both.level, both.level)
both.level = 7
print(both.level)
del both.level
print(both.level)


class Alone:
    shown = types.DynamicClassAttribute(lambda self: "shown", doc="given")
    hidden = types.DynamicClassAttribute(lambda self: 0)


attempt(lambda: Alone.shown)
attempt(lambda: Alone().shown)
attempt(lambda: setattr(Alone(), "shown", 1))
attempt(lambda: delattr(Alone(), "shown"))
attempt(lambda: types.DynamicClassAttribute(None).__get__(5))
attempt(lambda: types.DynamicClassAttribute().fget)

level = vars(Both)["level"]
print(type(level).__name__, level.__doc__, level.fget.__name__, level.fset.__name__, level.fdel.__name__)
print(level.overwrite_doc, vars(Alone)["shown"].overwrite_doc, vars(Alone)["shown"].__doc__)
print(sorted(vars(level)))


def documented(self):
    """Another docstring."""
    return "another"


print(level.getter(documented).__doc__, vars(Alone)["shown"].getter(documented).__doc__)
print(level.getter(documented).__get__(both, Both), level.getter(documented).fset is level.fset)
print(level.setter(None).fset, level.deleter(None).fdel, level.setter(None).__doc__)


class Special(types.DynamicClassAttribute):
    pass


special = Special(documented)
print(type(special.getter(documented)).__name__, type(special.setter(print)).__name__)


class Abstract(metaclass=ABCMeta):
    @types.DynamicClassAttribute
    @abstractmethod
    def thing(self):
        pass


print(Abstract.thing is vars(Abstract)["thing"], Abstract.thing.__isabstractmethod__, Abstract.__abstractmethods__)
