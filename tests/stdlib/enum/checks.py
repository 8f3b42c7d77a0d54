# unique, verify, the tools for flags, and members that are globals of their module.
import enum
import sys
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, unique, verify
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum


def fails(action, *arguments):
    try:
        print("no error:", action(*arguments))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def of(kind, **members):
    return kind("Made", members)


print(list(EnumCheck), UNIQUE == "one name per value", verify(UNIQUE, CONTINUOUS).checks)
fails(unique, of(Enum, a=1, b=2))
fails(unique, of(Enum, a=1, b=1, c=2, d=2, e=1))
for check, kind, members in (
    (UNIQUE, Enum, dict(a=1, b=2)),
    (UNIQUE, Flag, dict(a=1, b=1, c=1)),
    (CONTINUOUS, IntEnum, dict(a=1, b=2, c=3)),
    (CONTINUOUS, IntEnum, dict(a=5, b=2, c=9)),
    (CONTINUOUS, IntEnum, dict(a=1, b=300)),
    (CONTINUOUS, Enum, dict(a=1)),
    (CONTINUOUS, Flag, dict(a=1, b=4, c=32)),
    (CONTINUOUS, Flag, dict(a=2, b=4, c=6)),
    (NAMED_FLAGS, Flag, dict(a=1, b=2, c=3)),
    (NAMED_FLAGS, Flag, dict(a=1, b=6)),
    (NAMED_FLAGS, Flag, dict(a=1, b=3)),
    (NAMED_FLAGS, IntFlag, dict(a=1, b=12, c=16, d=3, e=-1)),
    (NAMED_FLAGS, IntFlag, dict(a=1, b=12, c=48, d=3)),
    (NAMED_FLAGS, Enum, dict(a=1, b=7)),
):
    fails(verify(check), of(kind, **members))
fails(verify(UNIQUE), int)
fails(verify(CONTINUOUS, UNIQUE), of(IntEnum, a=1, b=2, c=2))

print([enum.bin(n) for n in (0, 1, 10, -1, -10)], enum.bin(5, 8), enum.bin(-5, 8), enum.bin(~10))
print(enum.show_flag_values(0), enum.show_flag_values(22), enum.show_flag_values(of(Flag, a=1, b=4, c=5).c))
fails(enum.show_flag_values, -3)


@global_enum
class Direction(Enum):
    NORTH = 1
    SOUTH = 2


@global_enum
class Level(IntEnum):
    LOW = 1
    HIGH = 2


@global_enum
class Bits(Flag, boundary=enum.KEEP):
    B1 = 1
    B2 = 2


print(NORTH, repr(SOUTH), f"{NORTH}", LOW, repr(HIGH), Direction, [Direction.NORTH])
print(B1, repr(B1 | B2), Bits(9), repr(Bits(9)), Bits(8), repr(Bits(8)), repr(Bits(0)))
global_enum(Level, update_str=True)
print(Level.LOW, enum.global_str(Bits.B1), enum.global_enum_repr(Level.LOW), enum.global_flag_repr(Bits.B2))

OPT_ONE, OPT_TWO, OPT_UNO, OTHER = 2, 1, 2, 3
Options = IntEnum._convert_("Options", __name__, lambda name: name.startswith("OPT_"))
print(Options, list(Options), OPT_UNO is Options.OPT_ONE, OTHER, repr(OPT_TWO), OPT_TWO.__reduce_ex__(2))
TXT_B, TXT_A = "b", "a"
StrEnum._convert_("Texts", __name__, lambda name: name.startswith("TXT_"), as_global=True)
print(list(Texts), repr(TXT_A), TXT_A, sys.modules[__name__].TXT_B is Texts.TXT_B)

names = "EnumType EnumDict Enum Flag auto unique property verify member nonmember global_enum EnumCheck".split()
print(all(getattr(enum, name).__module__ == "enum" for name in names), sorted(set(enum.__all__) - set(dir(enum))))
print(enum.__all__)
try:
    enum.nothing
except AttributeError as error:
    print(error)
