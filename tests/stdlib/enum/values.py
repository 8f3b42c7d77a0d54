# What in a body becomes a member, and what values auto gives.
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember
import functools


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Auto(Enum):
    A = auto()
    B = 10
    C = auto()
    D = 3
    E = auto()
    F = A


print(list(Auto), Auto.F, repr(auto()), repr(auto(5)), auto("x").value)


class Pairs(Enum):
    a = auto(), "first"
    b = 7, "second"
    c = ()
    d = (1,)


print([made.value for made in Pairs], Pairs(7, "second"))


class Lower(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower(), start, count, len(last_values)


class Named(Lower):
    ALPHA = auto()
    BETA = auto()
    GAMMA = 5
    DELTA = auto()


print(list(Named))


class Words(StrEnum):
    Hello = auto()
    World = "w"


print(list(Words), Words.Hello.value)


class Mixed(Enum):
    plain = 1
    kept = nonmember(2)

    @member
    def function(self):
        return "called"

    @member
    class Inner:
        pass

    class Nested:
        x = 1

    def method(self):
        return self.value

    lam = lambda self: "lambda"
    partial = member(functools.partial(int, "7"))
    builtin = len
    alias_of_type = int
    generic = list[int]
    __private = 3
    __dunder__ = 4
    _single = 5


print([made.name for made in Mixed])
print(Mixed.kept, Mixed.Nested.x, Mixed.plain.method(), Mixed.plain.lam(), Mixed.partial.value(), Mixed._Mixed__private)
print(Mixed.function.value(None), Mixed.Inner.value.__name__, Mixed.__dunder__, Mixed._single, Mixed.generic)


class Skipping(Enum):
    _ignore_ = "scratch, i"
    scratch = vars()
    for i in range(3):
        scratch[f"P{i}"] = i * i


class Ordered(Enum):
    _order_ = "b a c"
    b = 1
    a = 2
    c = 3
    alias = 1


class Annotated(Enum):
    a: int = 1
    b: str


print(list(Skipping), hasattr(Skipping, "scratch"), list(Ordered), hasattr(Ordered, "_order_"), list(Annotated))


def wrong_order():
    class Wrong(Enum):
        __order__ = "b a"
        a = 1
        b = 2


def late_generator():
    class Late(Enum):
        a = auto()

        def _generate_next_value_(name, start, count, last_values):
            return name


def reserved_sunder():
    class Sunder(Enum):
        _future_ = 1


def ignore_late():
    class Ignore(Enum):
        x = 1
        _ignore_ = "x y"


def not_incremental():
    class Text(Enum):
        a = "a"
        b = auto()


def not_sortable():
    class Text(Enum):
        a = 1
        b = "a"
        c = auto()


for action in (wrong_order, late_generator, reserved_sunder, ignore_late, not_incremental, not_sortable):
    fails(action)


class Grown(Enum):
    one = 1
    two = 2


Grown.one._add_alias_("uno")
Grown.one._add_value_alias_("I")
Grown.two._add_value_alias_([2])
print(Grown.uno, Grown("I"), Grown([2]), list(Grown), Grown["uno"], Grown.one.value)
fails(lambda: Grown.one._add_alias_("two"))
fails(lambda: Grown.one._add_value_alias_(2))


class Several(Enum):
    def __new__(cls, value, *others):
        made = object.__new__(cls)
        made._value_ = value
        for other in others:
            made._add_value_alias_(other)
        return made

    a = 1, "one", "un"
    b = 2, "two"


print(Several("un"), Several(2), Several("two"), list(Several))


class Sized(IntEnum):
    small = 1
    large = small + 9


print(Sized.large, repr(Sized.large))
