# What each boundary does with bits that have no name, and with negative values.
import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag


def attempt(action):
    try:
        found = action()
        return f"{found!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(list(FlagBoundary), str(STRICT), repr(KEEP), FlagBoundary("eject") is EJECT,
      enum.FlagBoundary.CONFORM == "conform")
print(Flag._boundary_, IntFlag._boundary_)

for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class Bits(Flag, boundary=boundary):
        A = 1
        B = 4

    class Numbers(IntFlag, boundary=boundary):
        A = 1
        B = 4

    print("---", boundary, Bits._boundary_ is boundary)
    for kind in (Bits, Numbers):
        for value in (0, 1, 5, 2, 9, 16, -1, -2, -9, -6, "x", 1.0):
            print(kind.__name__, value, attempt(lambda: kind(value)))
        print(attempt(lambda: ~kind.A), attempt(lambda: ~kind(0)), attempt(lambda: ~kind(5)))
        print(attempt(lambda: kind.A | kind.B), 9 in kind, 5 in kind, -1 in kind)
    print(attempt(lambda: Numbers.A | 8), attempt(lambda: 8 | Numbers.A), attempt(lambda: Numbers.A ^ 2))


class Hex(Flag, boundary=KEEP):
    _numeric_repr_ = hex
    A = 1


print(Hex(31), repr(Hex(31)), str(Hex(16)), repr(Hex(16)))


class Inherits(Hex.__base__, boundary=CONFORM):
    pass


class Heir(Inherits):
    A = 1


print(Heir._boundary_, Heir(7))


class Strange(Flag, boundary="strange"):
    A = 1


print(attempt(lambda: Strange(2)), attempt(lambda: Strange(1)))


class Negative(IntFlag):
    ONE = 1
    FOUR = 4
    REST = -2
    EIGHT = 8


print(list(Negative), repr(Negative.REST), Negative.REST.value, repr(~Negative.ONE), repr(~Negative.REST))
print(Negative._flag_mask_, Negative._singles_mask_, Negative._all_bits_)


class Forgiving(Flag):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "a" else super()._missing_(value)


print(Forgiving("a"), "a" in Forgiving, attempt(lambda: Forgiving(2)), attempt(lambda: Forgiving("b")))
