# update_abstractmethods, the old decorators, and __abstractmethods__ by hand.
import abc
from abc import ABC, abstractmethod, update_abstractmethods


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Plan(ABC):
    @abstractmethod
    def start(self):
        pass

    @abstractmethod
    def stop(self):
        pass


class Work(Plan):
    pass


def finished(cls):
    for name in cls.__abstractmethods__:
        setattr(cls, name, lambda self, name=name: f"{name}ed")
    return update_abstractmethods(cls)


attempt(Work)
finished(Work)
print(Work.__abstractmethods__, Work().start(), Work().stop())
Work.more = abstractmethod(lambda self: 0)
print(Work.__abstractmethods__, update_abstractmethods(Work) is Work, Work.__abstractmethods__)
attempt(Work)
del Work.more
print(update_abstractmethods(Work).__abstractmethods__)
del Work.start
print(update_abstractmethods(Work).__abstractmethods__)


class Plain:
    mark = abstractmethod(lambda self: 0)


print(update_abstractmethods(Plain) is Plain, hasattr(Plain, "__abstractmethods__"), Plain().mark())
print(update_abstractmethods(int))


class Subclass(Plan):
    start = stop = None


class Grandchild(Subclass):
    pass


# Subclasses keep what they had.
Subclass.stop = abstractmethod(lambda self: 0)
update_abstractmethods(Subclass)
print(Subclass.__abstractmethods__, Grandchild.__abstractmethods__, type(Grandchild()).__name__)

# The old decorators.


class Old(ABC):
    @abc.abstractclassmethod
    def a(cls):
        return "class", cls.__name__

    @abc.abstractstaticmethod
    def b():
        return "static"

    @abc.abstractproperty
    def c(self):
        """A property."""
        return "property"


print(sorted(Old.__abstractmethods__), Old.a(), Old.b())
attempt(Old)
print([cls.__mro__[1].__name__ for cls in (abc.abstractclassmethod, abc.abstractstaticmethod, abc.abstractproperty)])
print(vars(Old)["a"].__isabstractmethod__, vars(Old)["b"].__isabstractmethod__, vars(Old)["c"].__isabstractmethod__)


class New(Old):
    a = b = c = 5


print(New().c, New.__abstractmethods__)

# By hand.
Old.__abstractmethods__ = frozenset()
print(type(Old()).__name__)
Old.__abstractmethods__ = frozenset({"z", "y"})
attempt(Old)
print("__abstractmethods__" in vars(Old), "_abc_impl" in vars(Old))
print(sorted(name for name in dir(ABC) if "abc" in name or "abs" in name))
