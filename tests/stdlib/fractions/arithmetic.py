# Operators with all kinds of numbers, comparisons, hashes.
import math
import operator
from fractions import Fraction as F

values = [F(3, 4), F(-5, 3), F(2), F(0), 3, -2, 0, True, 0.5, -2.25, 1 + 2j]
names = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "eq", "lt", "ge")
for a in (F(3, 4), F(-5, 3), F(2), F(0)):
    for b in values:
        row = []
        for name in names:
            for x, y in ((a, b), (b, a)):
                try:
                    result = getattr(operator, name)(x, y)
                    row.append(repr(round(result.real, 9) + round(result.imag, 9) * 1j) if isinstance(result, complex) else repr(result))
                except (TypeError, ZeroDivisionError, OverflowError) as error:
                    row.append(type(error).__name__)
        print(a, b, *row)

for call in (lambda: F(1, 2) / 0, lambda: 1 / F(0), lambda: F(0) ** -1, lambda: F(2, 3) // F(0), lambda: F(1) % 0, lambda: divmod(F(1), 0),
             lambda: F(1) + "x", lambda: [] * F(1), lambda: F(1) < "a", lambda: F(1) < 1j, lambda: pow(F(2), 2, 3), lambda: F(3, 2) // 1j):
    try:
        print(call())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)

print(divmod(F(7, 2), F(2, 3)), divmod(7, F(2, 3)), divmod(F(7, 2), 1.5), divmod(-1, F(3)))
print(F(2) ** 3, F(2, 3) ** -3, F(-2, 3) ** -3, F(4, 9) ** F(1, 2), 2 ** F(3), 4 ** F(1, 2), F(1, 2) ** 0.5, 2.0 ** F(-1), F(3) ** F(2))
print(-F(1, 2), +F(1, 2), abs(F(-1, 2)), bool(F(0)), bool(F(1, 9)), int(F(-7, 2)), float(F(1, 3)), complex(F(1, 4)))
for value in (F(7, 2), F(-7, 2), F(5, 2), F(1, 3), F(-2)):
    print(math.floor(value), math.ceil(value), math.trunc(value), round(value), round(value, 1), round(value, 0), round(value, -1))
print([hash(F(n, d)) == hash(n / d) for n, d in ((1, 2), (-3, 4), (5, 1), (0, 7))], hash(F(10 ** 30)) == hash(10 ** 30), {F(1, 2): "half"}[0.5])
inf, nan = float("inf"), float("nan")
print(F(1) < inf, F(1) > -inf, F(1) == inf, F(1) == nan, F(1) < nan, F(1, 2) == 0.5 + 0j, F(1, 2) == 0.5 + 1j, F(1, 10) == 0.1, F(0.1) == 0.1)
print(sorted([F(1, 2), 0.3, 1, F(-1, 3)]), sum([F(1, n) for n in range(1, 30)]), max(F(1, 3), 0.33), math.prod([F(n, n + 1) for n in range(1, 10)]))
print(F(10 ** 40 + 1, 10 ** 40) - 1, F(3, 7) + F(4, 7), (F(3, 7) + F(4, 7)).denominator)


def egyptian(value):
    """A fraction as a sum of unit fractions, each as large as can be."""
    while value:
        part = F(1, math.ceil(1 / value))
        yield part
        value -= part


print(" + ".join(map(str, egyptian(F(7, 15)))), "|", " + ".join(map(str, egyptian(F(5, 121)))))
