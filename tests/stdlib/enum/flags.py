# Flags: combination, names of combinations, iteration, containment, ints among them.
from enum import Flag, IntFlag, auto


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


both = Perm.R | Perm.X
print(Perm, list(Perm), len(Perm), Perm.__members__)
print(both, repr(both), both.name, both.value, list(both), len(both), bool(both), f"{both:>12}|")
print(Perm.RW, Perm.R | Perm.W is Perm.RW, Perm(3), Perm(0), bool(Perm.NONE), Perm["RW"], list(Perm.RW))
print(Perm.R in both, Perm.W in both, Perm.NONE in both, both in Perm.R, Perm.RW in Perm(7))
print(both & Perm.R, both ^ Perm.R, both & Perm.W, ~both, ~Perm.NONE, ~Perm.RW, ~~both is both)
print(Perm(5) is both, hash(both) == hash("R|X"), both == Perm(5), both == 5, vars(both))
print(3 in Perm, 8 in Perm, "R" in Perm, Perm.R in Perm, Perm(7) in Perm, 0 in Perm)
print(Perm._flag_mask_, Perm._singles_mask_, Perm._all_bits_, Perm._boundary_, Perm._inverted_)
print(Perm.__bases__, Perm.R._sort_order_, dir(Perm.R), [n for n in dir(Perm) if n[0] != "_"])
fails(lambda: Perm.R | 1)
fails(lambda: 1 | Perm.R)
fails(lambda: 1 in Perm.R)
fails(lambda: Perm(8))
fails(lambda: Perm("R"))
fails(lambda: Perm.R < Perm.W)


class Backwards(Flag):
    C = 4
    B = 2
    A = 1
    WIDE = 24


print(list(Backwards), Backwards(7), list(Backwards(5)), Backwards(31), Backwards.WIDE in Backwards)
fails(lambda: Backwards(8))


class Odd(Flag):
    text = "x"
    nothing = None
    real = 1.5
    one = 1


print(list(Odd), Odd.text, repr(Odd.nothing), Odd.one | Odd.one, list(Odd.__members__))
fails(lambda: Odd.one | Odd.nothing)
fails(lambda: Odd.nothing & Odd.one)
fails(lambda: ~Odd.nothing)


class Gap(Flag):
    a = 3
    b = auto()
    c = 9
    d = auto()


print(list(Gap), Gap.b.value, Gap.d.value, Gap.a, Gap.c)


def after_text():
    class Bad(Flag):
        a = ""
        b = auto()


fails(after_text)


class Mode(IntFlag):
    READ = 1
    WRITE = 2
    ALL = READ | WRITE


wide = Mode.READ | 8
print(wide, repr(wide), wide.name, list(wide), len(wide), Mode(8), repr(Mode(8)), Mode(0), repr(Mode(0)), Mode(12).name)
print(Mode.READ + 1, type(Mode.READ + 1), Mode.READ | Mode.WRITE, 8 ^ Mode.WRITE, Mode.ALL & 2, True | Mode.WRITE)
print(repr(~Mode.READ), repr(~wide), repr(Mode(-1)), -Mode.READ, Mode.READ == 1, hash(Mode.READ) == hash(1))
print(f"{Mode.WRITE:>4} {Mode.WRITE!r}", "%d" % Mode.ALL, 9 in Mode, -1 in Mode, Mode.READ.bit_length(), int(Mode.ALL))


class Other(IntFlag):
    FIRST = 1
    FOURTH = 8


print(repr(Mode.READ & Other.FIRST), Mode.READ == Other.FIRST, Mode.READ in Mode, Other.FIRST in Mode)


class Based(int, Flag):
    a = 1
    b = 2


print(Based.a | Based.b, repr(Based.a), f"{Based.a}", Based.a | 2)
fails(lambda: Based.a | 4)


class Loud(Flag):
    a = 1
    b = 2

    def __or__(self, other):
        return "or"


class Extra(Flag):
    def __new__(cls, value, label="none"):
        made = object.__new__(cls)
        made._value_ = value
        made.label = label
        return made

    a = 1, "first"
    b = 2


print(Loud.a | Loud.b, repr(Loud.a & Loud.b), Extra.a.label, Extra.b.label, hasattr(Extra.a | Extra.b, "label"))
