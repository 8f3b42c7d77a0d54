# Pseudo-fields, keyword-only fields, __post_init__, descriptors as defaults, and annotations that are text.
import dataclasses
import typing
import typing as t
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar
from typing import ClassVar as CV


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def kinds(cls):
    return {name: (each._field_type, each.kw_only if each.kw_only in (True, False) else None)
            for name, each in cls.__dataclass_fields__.items()}


@dataclass
class Circle:
    radius: float
    unit: InitVar[str]
    digits: InitVar[int] = 2
    area: float = field(init=False)
    count: ClassVar[int] = 0
    names: ClassVar = []

    def __post_init__(self, unit, digits):
        type(self).count += 1
        self.area = round(3 * self.radius ** 2, digits)
        self.label = f"{self.area} {unit}"


print(Circle(1.5, "m").label, Circle(1.55, "m", digits=1), Circle.count, Circle.digits, hasattr(Circle, "unit"))
print(kinds(Circle), Circle.__match_args__)
print(InitVar[int], InitVar[list[int]], InitVar["x"], InitVar[int | None], InitVar, InitVar[int].type)


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
    d: int = field(default=4, kw_only=False)


@dataclass(kw_only=True)
class Keys:
    a: int = 1
    b: int
    c: int = field(default=3, kw_only=False)


print(Mixed(1, 5, c=3), Mixed.__match_args__, kinds(Mixed))
print(Keys(9, b=2), Keys.__match_args__)
fails(lambda: Mixed(1, 2, 3))
fails(lambda: Mixed(1))
fails(lambda: Keys(1, 2))


def twice():
    @dataclass
    class Twice:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY


fails(twice)


@dataclass
class Texts:
    a: "int"
    b: "ClassVar[int]" = 1
    c: "typing.ClassVar[int]" = 2
    d: "t.ClassVar" = 3
    e: "CV[str]" = 4
    f: " typing . ClassVar [int]" = 5
    g: "InitVar[int]" = 6
    h: "dataclasses.InitVar[int]" = 7
    i: "typing.ClassVarious" = 8
    j: "Undefined[int]" = 9
    k: "t.List[ClassVar]" = 10
    _: "KW_ONLY"
    l: "int | None" = 11

    def __post_init__(self, g, h):
        self.given = g, h


print(kinds(Texts))
print(Texts(0), Texts(0).given, Texts(0, 1, 2, 3, 4, 5, l=6))


class Doubled:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return 10 if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, int(value) * 2)


@dataclass
class Measured:
    width: Doubled = Doubled()
    height: int = 1


print(Measured(), Measured(3), Measured.width, vars(Measured(4, 5)))


class Named:
    def __set_name__(self, owner, name):
        print("named", name)


@dataclass
class Holder:
    first: object = field(default=Named())
    second: object = Named()


print(Holder.first is Holder().first)


@dataclass
class Lazy:
    made: list = field(init=False, default_factory=lambda: [1])
    fixed: int = field(init=False, default=5)
    absent: int = field(init=False)


print(vars(Lazy()), Lazy().fixed, hasattr(Lazy(), "absent"))


@dataclass
class Generic[T]:
    item: T
    more: list[T] = field(default_factory=list)


print(Generic(3), Generic[int](3) == Generic(3), Generic.__type_params__)
