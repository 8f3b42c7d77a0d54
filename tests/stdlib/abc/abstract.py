# What is abstract, and that abstract classes cannot be instantiated.
import abc
from abc import ABC, ABCMeta, abstractmethod


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""
        return 0

    @property
    @abstractmethod
    def name(self):
        pass

    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def unit():
        pass

    def concrete(self):
        return "concrete"


print(sorted(Shape.__abstractmethods__), type(Shape.__abstractmethods__).__name__, Shape.area.__isabstractmethod__)
attempt(Shape)


class Half(Shape):
    def area(self):
        return super().area() + 1

    name = "half"


print(sorted(Half.__abstractmethods__))
attempt(Half)


class Whole(Half):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def unit():
        return "m2"


print(sorted(Whole.__abstractmethods__), Whole.make().area(), Whole.unit(), Whole().name, Whole().concrete())


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        pass


attempt(One)


class Again(Whole):
    area = abstractmethod(lambda self: 0)


attempt(Again)


# Setters make properties abstract as well.
class Prop(ABC):
    @property
    def x(self):
        return 1

    @x.setter
    @abstractmethod
    def x(self, value):
        pass

    y = property(None, None, abstractmethod(lambda self: None))


print(sorted(Prop.__abstractmethods__))


class Descriptor:
    def __init__(self, flag):
        self.flag = flag

    @property
    def __isabstractmethod__(self):
        if self.flag is None:
            raise KeyError("asked")
        return self.flag


print(sorted(ABCMeta("D", (), {"a": Descriptor(True), "b": Descriptor(0), "c": Descriptor([1])}).__abstractmethods__))
attempt(lambda: ABCMeta("D", (), {"a": Descriptor(None)}))


# A class with its own __new__; a built-in base that makes its objects itself.
class Made(ABC):
    def __new__(cls, *args):
        return super().__new__(cls)

    @abstractmethod
    def f(self):
        pass


class Listed(list, ABC):
    @abstractmethod
    def f(self):
        pass


attempt(lambda: Made(1))
attempt(lambda: Listed([1, 2]))


class Done(Made):
    f = None


print(type(Done(5)).__name__)

# Keyword arguments reach __init_subclass__, wrong calls fail as type does.


class Base(ABC):
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Tagged(Base, tag="t"):
    pass


print(Tagged.tag, ABC.__slots__, isinstance(ABC, ABCMeta), ABC.__mro__)
attempt(lambda: ABCMeta("X", (), {}, wrong=1))
attempt(lambda: ABCMeta(name="X"))
attempt(lambda: abstractmethod(5))
print(type(ABC()).__name__, hasattr(abc, "__all__"))
