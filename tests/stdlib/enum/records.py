# Named tuples and dataclasses as data types of enumerations.
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum

Coordinates = namedtuple("Coordinates", "left top")


class Corner(Coordinates, Enum):
    first = 0, 0
    last = 7, 9


@dataclass(frozen=True)
class Creature:
    size: str
    legs: int = 4
    secret: int = field(default=3, repr=False)


class Animal(Creature, Enum):
    BEETLE = "small", 6
    DOG = "medium"


@dataclass(repr=False)
class Quiet:
    x: int

    def __repr__(self):
        return "quiet"


class Calm(Quiet, Enum):
    a = 1


print(repr(Corner.last), Corner.last.top, Corner((0, 0)), str(Corner.first), Corner.last._asdict())
print(repr(Animal.BEETLE), Animal.DOG.legs, Animal.BEETLE.value, Animal(Creature("medium")), str(Animal.DOG))
print(repr(Calm.a), Calm.a.value, Calm.a.x, Calm._member_type_)
