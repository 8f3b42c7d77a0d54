# Enumerations made by a call, and copies and pickles of members.
import copy
import enum
from enum import Enum, EnumType, Flag, IntEnum, IntFlag, StrEnum


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


Animal = Enum("Animal", "ANT BEE CAT")
print(Animal, list(Animal), Animal.__module__, Animal.__qualname__, Animal.__doc__)
print(list(Enum("A", "x, y,z")), list(Enum("A", ["x", "y"], start=5)), list(Enum("A", ("x", "y"))))
print(list(Enum("A", [("x", 3), ("y", 2)])), list(Enum("A", {"x": 1, "y": 1, "z": 2})), list(Enum("A", ())))
print(list(IntEnum("A", "x y", start=0)), list(StrEnum("A", "Xx Yy")), list(Flag("A", "x y z")),
      Flag("A", "x y", start=4).y.value)
print(list(Enum("A", "x y", type=int)), Enum("A", "x", type=str).__mro__)
Placed = Enum("Placed", "a", module="somewhere", qualname="Outer.Placed")
print(Placed.__module__, Placed.__qualname__, Placed.a.__reduce_ex__(2))
print(IntFlag("A", "x y", boundary=enum.STRICT)._boundary_, Flag("A", "x", boundary=enum.KEEP)(8))


class Base(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name * (start + count)

    def hello(self):
        return "hello " + self.name


Made = Base("Made", "a b", start=2)
print(list(Made), Made.a.hello())
print(EnumType.__call__(Animal, 2))

fails(lambda: Enum("A"))
fails(lambda: Enum("A", 3))
fails(lambda: Enum("A", [3]))
fails(lambda: Enum("A", "x x"))
fails(lambda: Enum("A", "mro"))
fails(lambda: Enum("A", ["", "y"]))
fails(lambda: Animal("B", "x"))
fails(lambda: Base("A", ["a"], start=None))

print(copy.copy(Animal.ANT) is Animal.ANT, copy.deepcopy([Animal.BEE])[0] is Animal.BEE)
print(Animal.ANT.__reduce_ex__(4) == (Animal, (1,)),
      enum.pickle_by_enum_name(Animal.ANT, 2) == (getattr, (Animal, "ANT")))
print(enum.pickle_by_global_name(Animal.ANT, 2))


class ByName(Enum):
    __reduce_ex__ = enum.pickle_by_enum_name
    a = object()


function, arguments = ByName.a.__reduce_ex__(2)
print(function(*arguments))


class Number(int, Enum):
    a = 1


print(Number.a.__reduce_ex__(2) == (Number, (1,)), copy.copy(Number.a) is Number.a)
