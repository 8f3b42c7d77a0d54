# Making fractions: numbers, strings, other types; text and copies.
import copy
from fractions import Fraction
from numbers import Number, Rational

for args in ((), (3,), (6, -4), (0, -5), (True, 2), (Fraction(1, 2), Fraction(3, 4)), (Fraction(1, 2), 3), (0.75,), (-2.5,), (1e20,)):
    print(args, repr(Fraction(*args)), Fraction(*args))
for text in ("3/7", " -3/7 ", "+3 / 7", "1.25", "-.5", "5.", "1e3", "-1.5E-2", "1_000/3_0", "1_0.0_5e1_0", "\t7\n", "\u0663/\u0664", "0/3", "00012", "1e-0"):
    print(repr(text), repr(Fraction(text)))
for bad in ("", "x", ".", "1/", "/2", "1.5/2", "1/2.0", "1e", "--1", "+ 1", "1__0", "_1", "1_", "1 2", "nan", "inf", "0x1", "1/-2", "\u00b2", "1e1.5"):
    try:
        print(Fraction(bad))
    except ValueError as error:
        print(error)
for args in ((1, 0), ("1/0",), (Fraction(1, 3), 0), (1, 2.0), (1.5, 2), ("1", 2), (None,), (1j,), ([1],), (int,), (float("nan"),), (float("inf"),), (b"1",)):
    try:
        print(Fraction(*args))
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
        print(args, type(error).__name__, error)


class Half:
    def as_integer_ratio(self):
        return 1, 2

    def __repr__(self):
        return "Half()"


class Exact(Fraction):
    pass


print(repr(Fraction(Half())), repr(Fraction.from_number(Half())), repr(Fraction.from_number(0.25)), repr(Fraction.from_float(0.1)), repr(Fraction.from_float(3)))
for call in (lambda: Fraction.from_float("1"), lambda: Exact.from_float(Half()), lambda: Fraction.from_number("1"), lambda: Fraction.from_number(Half)):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(repr(Exact(2, 4)), repr(Exact(1, 2) + 1), repr(Exact.from_float(0.5)), repr(copy.copy(Exact(1, 2))), repr(copy.deepcopy(Exact(1, 2))), repr(-Exact(1)))
one = Fraction(1, 3)
print(copy.copy(one) is one, copy.deepcopy(one) is one, one.__reduce__(), one.as_integer_ratio(), one.is_integer(), Fraction(4, 2).is_integer())
print(one.numerator, one.denominator, one.real, one.imag, one.conjugate(), isinstance(one, Rational), isinstance(one, Number), issubclass(Fraction, Rational))
for name in ("numerator", "anything"):
    try:
        setattr(one, name, 5)
    except AttributeError as error:
        print(type(error).__name__)

pi = Fraction("3.1415926535897932")
print([str(pi.limit_denominator(n)) for n in (1, 7, 10, 100, 113, 1000, 10 ** 6)], Fraction(1, 2).limit_denominator(1), Fraction(3, 2).limit_denominator(1))
print(Fraction(0.1).limit_denominator(), Fraction(201, 200).limit_denominator(100), Fraction(-4321, 8765).limit_denominator(10000), Fraction(0).limit_denominator(3))
try:
    pi.limit_denominator(0)
except ValueError as error:
    print(error)
match Fraction(1, 2):
    case Fraction(numerator=top, denominator=bottom):
        print(top, bottom)
