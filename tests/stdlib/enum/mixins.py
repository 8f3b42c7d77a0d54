# Data types mixed in, constructors and initialisers, and what text comes out.
from enum import Enum, IntEnum, ReprEnum, StrEnum


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}", "|", repr(error.__cause__))


def show(made):
    print(repr(made), str(made), f"{made}", f"{made!r:>16}", type(made.value).__name__, made.value)


class Number(int, Enum):
    a = 1
    b = "7f", 16


class Bare(int, ReprEnum):
    a = 5


class Level(IntEnum):
    low = 1
    high = 2


class Word(StrEnum):
    hi = "hi"
    coded = b"caf\xc3\xa9", "utf-8"


class Plain(str, Enum):
    hi = "hi"


class Real(float, ReprEnum):
    half = "0.5"


class Pair(tuple, Enum):
    xy = 1, 2


class Complex(complex, Enum):
    i = 0, 1


for made in (Number.a, Number.b, Bare.a, Level.low, Word.hi, Word.coded, Plain.hi, Real.half, Pair.xy, Complex.i):
    show(made)
print(f"{Level.high:03d} {Bare.a:x} {Real.half:.3f} {Word.hi:>5}| {Plain.hi:>12}|", "%d %s" % (Level.high, Level.high))
print(Level.low < Level.high, Level.low + 1, Level.low == 1, [4, 5, 6][Level.high],
      {1: "x"}[Level.low], type(-Level.low))
print("p" + Word.hi, Word.hi.upper(), Word("hi") is Word.hi, Plain.hi == "hi", sorted([Level.high, Level.low]))
print(Pair.xy + (3,), Pair((1, 2)), Number(127), Level(True), max(Level))


class Planet(Enum):
    EARTH = 5.976e24, 6.37814e6
    MARS = 6.421e23, 3.3972e6

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
        self.known_as = self.name.title()

    @property
    def gravity(self):
        return round(6.673e-11 * self.mass / self.radius ** 2, 2)


print(Planet.EARTH.gravity, Planet.MARS.known_as, Planet((6.421e23, 3.3972e6)), vars(Planet.MARS))


class Coordinate(bytes, Enum):
    def __new__(cls, number, label):
        made = bytes.__new__(cls, [number])
        made._value_ = number
        made.label = label
        return made

    PX = 0, "P.X"
    PY = 1, "P.Y"


print(Coordinate(1), Coordinate.PY.label, bytes(Coordinate.PY), Coordinate._member_type_, Coordinate.PX.value)


class Counted(Enum):
    def __new__(cls):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made


class Things(Counted):
    pen = ()
    cup = ()


print(list(Things), Things._use_args_, Counted.__new_member__ is Counted._new_member_)


class Shout:
    def shout(self):
        return self.name.upper() + "!"

    def __str__(self):
        return "shouted"


class Loud(Shout, Enum):
    yes = 1


class LoudNumber(Shout, int, Enum):
    one = 1


print(Loud.yes.shout(), str(Loud.yes), Loud._member_type_,
      LoudNumber.one.shout(), str(LoudNumber.one), LoudNumber.one + 1)


class MyInt(int):
    def __repr__(self):
        return "my" + int.__repr__(self)


class OfMine(MyInt, Enum):
    a = 1


class Derived(OfMine.__base__, IntEnum.__bases__[1]):
    a = 2


print(repr(OfMine.a), OfMine._member_type_, str(OfMine.a), str(Derived.a), repr(Derived.a))


def two_types():
    class Two(float, int, Enum):
        pass


def type_last():
    class Last(Enum, int):
        pass


def lonely():
    class Lonely(ReprEnum):
        a = 1


def by_super():
    class Super(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        a = 1


def no_value():
    class NoValue(int, Enum):
        def __new__(cls, text):
            return int.__new__(cls, 1)
        a = "x"


def bad_value():
    class Bad(int, Enum):
        a = "x"


def bad_init():
    class Bad(Enum):
        def __init__(self, only):
            pass
        a = 1, 2


def texts(value):
    class Text(StrEnum):
        a = value


fails(lambda: type_last())
for action in (lonely, by_super, no_value, bad_value, bad_init):
    fails(action)
try:
    two_types()
except TypeError as error:
    print(str(error).partition(":")[0])
for value in (7, ("a", 3), (b"a", "utf-8", 4), ("a", "b", "c", "d"), (b"\xff", "ascii", "replace")):
    fails(lambda: texts(value))
