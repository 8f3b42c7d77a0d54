# __subclasshook__, lying classes, and the order in which a question is decided.
from abc import ABC, ABCMeta


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Closeable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("hook", cls.__name__, other.__name__)
        if cls is Closeable:
            return any("close" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class File:
    def close(self):
        pass


class Book:
    pass


print(isinstance(File(), Closeable), issubclass(File, Closeable))
print(isinstance(File(), Closeable))
print(isinstance(Book(), Closeable), isinstance(Book(), Closeable))
Closeable.register(Book)
print(isinstance(Book(), Closeable))


class Child(Closeable):
    pass


print(isinstance(File(), Child), issubclass(Child, Closeable))


class Never(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return False


class Own(Never):
    pass


Never.register(int)
print(isinstance(5, Never), issubclass(Own, Never))


class Wrong(ABC):
    answer = "perhaps"

    @classmethod
    def __subclasshook__(cls, other):
        return cls.answer


attempt(lambda: issubclass(int, Wrong))
attempt(lambda: isinstance(5, Wrong))
Wrong.answer = True
print(isinstance(5, Wrong))


# An object may claim another class.
class Proxy:
    def __init__(self, claimed):
        self.claimed = claimed

    @property
    def __class__(self):
        return self.claimed


class Number(ABC):
    pass


Number.register(int)
print(isinstance(Proxy(int), Number), isinstance(Proxy(str), Number))
Number.register(Proxy)
print(isinstance(Proxy(str), Number), isinstance(Proxy(str), str))


class Silent:
    def __getattribute__(self, name):
        raise AttributeError(name)


print(isinstance(Silent(), Number))


# A metaclass that answers itself is asked for both classes.
class Asking(ABCMeta):
    def __subclasscheck__(cls, other):
        print("asked about", other.__name__)
        return super().__subclasscheck__(other)


class Asked(metaclass=Asking):
    pass


print(isinstance(Proxy(str), Asked))
print(isinstance(Proxy(str), Asked))
print(isinstance(5, Asked), issubclass(float, Asked))


class Broken(ABC):
    @classmethod
    def __subclasses__(cls):
        return None


attempt(lambda: issubclass(int, Broken))
