# Frozen dataclasses, which __hash__ a class gets, and what inheritance allows.
import dataclasses
from dataclasses import FrozenInstanceError, dataclass, field


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


@dataclass(frozen=True)
class Point:
    x: int
    y: list = field(default_factory=list, hash=False)

    def __post_init__(self):
        object.__setattr__(self, "double", self.x * 2)


p = Point(2)
print(p, p.double, hash(p) == hash((2,)), {p: 1}[Point(2)], FrozenInstanceError.__mro__)
fails(lambda: setattr(p, "x", 3))
fails(lambda: setattr(p, "other", 3))
fails(lambda: delattr(p, "x"))
fails(lambda: delattr(p, "other"))
p.y.append(1)
print(p, dataclasses.replace(p, x=5))


class Open(Point):
    pass


o = Open(1)
o.extra = 4
del o.extra
fails(lambda: setattr(o, "x", 3))
fails(lambda: delattr(o, "y"))


@dataclass(frozen=True)
class Sub(Point):
    z: int = 3


fails(lambda: setattr(Sub(1), "x", 3))
fails(lambda: setattr(Sub(1), "z", 3))
print(Sub(1), hash(Sub(1)) == hash((1, 3)))


@dataclass(frozen=True)
class Nothing:
    pass


fails(lambda: setattr(Nothing(), "x", 3))
print(hash(Nothing()) == hash(()))


def thaw():
    @dataclass
    class Thawed(Point):
        z: int = 0


def freeze():
    @dataclass
    class Soft:
        x: int

    class Between(Soft):
        pass

    @dataclass(frozen=True)
    class Hard(Between):
        y: int = 0


fails(thaw)
fails(freeze)


def table(unsafe_hash, eq, frozen, given):
    space = {"__annotations__": {"x": int}}
    if given == "hash":
        space["__hash__"] = lambda self: 77
    elif given == "eq":
        space["__eq__"] = lambda self, other: True
    elif given == "none":
        space["__hash__"] = None
    try:
        made = dataclass(type("Made", (), space), unsafe_hash=unsafe_hash, eq=eq, frozen=frozen)
    except TypeError as error:
        return str(error)
    if made.__hash__ is None:
        return "none"
    if made.__hash__ is object.__hash__:
        return "object's"
    return {77: "own", hash((5,)): "generated"}[hash(made(5))]


for given in ("nothing", "hash", "eq", "none"):
    for number in range(8):
        options = bool(number & 4), bool(number & 2), bool(number & 1)
        print(given, *(int(option) for option in options), table(*options, given))


def own_method(name, **options):
    return lambda: dataclass(type("Own", (), {"__annotations__": {"x": int}, name: lambda *a: None}), **options)


fails(own_method("__setattr__", frozen=True))
fails(own_method("__delattr__", frozen=True))
fails(own_method("__hash__", unsafe_hash=True))


@dataclass(unsafe_hash=True)
class Chosen:
    a: int = field(compare=False, hash=True)
    b: int = field(hash=False)
    c: int = field(compare=False)
    d: int = 4


print(hash(Chosen(1, 2, 3)) == hash((1, 4)))
fails(lambda: hash(Point([])))


@dataclass
class Base:
    x: int = 1
    y: int = 2


class Plain(Base):
    z: int = 9


@dataclass
class Late(Plain):
    w: int = 4
    x: int = 10


@dataclass
class Other:
    q: int = 7
    x: int = 8


@dataclass
class Both(Late, Other):
    pass


print(Late(), Late.__match_args__, Both(), [each.name for each in dataclasses.fields(Both)])
print(Base.__dataclass_fields__["x"] is Late.__dataclass_fields__["x"],
      Base.__dataclass_fields__["y"] is Late.__dataclass_fields__["y"])


def no_default():
    @dataclass
    class Wrong(Base):
        needed: int


fails(no_default)


@dataclass
class Problem(Exception):
    code: int


try:
    raise Problem(4)
except Problem as error:
    print(repr(error), error.args, str(error), error.code)
