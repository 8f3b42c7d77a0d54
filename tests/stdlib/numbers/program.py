# Dispatch over kinds of numbers, as a user would write it.
from numbers import Complex, Integral, Number, Rational, Real


class Money:
    """Cents; counts as a rational number without deriving from one."""

    def __init__(self, cents):
        self.cents = cents

    numerator = property(lambda self: self.cents)
    denominator = property(lambda self: 100)


Rational.register(Money)


def describe(value):
    match value:
        case bool():
            return "a truth value"
        case Integral():
            return "a whole number"
        case Rational():
            return f"a fraction, {value.numerator}/{value.denominator}"
        case Real():
            return "a real number"
        case Complex():
            return f"a complex number of size {abs(value)}"
        case Number():
            return "some number"
        case _:
            return f"no number but a {type(value).__name__}"


class Unknown(Number):
    pass


for value in (True, 7, 2.5, 3 + 4j, Money(1250), Unknown(), "7", None, 10**30, float("inf")):
    print(repr(value) if not isinstance(value, (Money, Unknown)) else type(value).__name__, "is", describe(value))


def mean(values):
    values = list(values)
    for value in values:
        if not isinstance(value, Real) or isinstance(value, bool):
            raise TypeError(f"not a real number: {value!r}")
    return sum(values) / len(values)


for sample in ([1, 2, 3.5], [1, 2j], [True], ["a"]):
    try:
        print(mean(sample))
    except TypeError as error:
        print("TypeError:", error)
