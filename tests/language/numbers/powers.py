"""Powers of floats, at one place for all kinds of operands."""


def power(a, b):
    try:
        return a ** b
    except (ArithmeticError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


inf, nan = float("inf"), float("nan")
bases = (0.0, -0.0, 1.0, -1.0, 2.0, -2.5, 1e200, 1e-200, inf, -inf, nan, 3, -3, 0, True)
exponents = (0, 1, 2, -1, 3, 0.5, -0.5, 1e3, -1e3, inf, -inf, nan, 2**53 + 1, 10**400, 1.0, 2.0, False)
for base in bases:
    print(base, [power(base, exponent) for exponent in exponents if not (isinstance(base, int) and isinstance(exponent, int) and exponent > 1000)])
x = 1.5
x **= 2
print(x, 2.0 ** 0.5, 10 ** -2, 2 ** 0.5, (-8) ** (1 / 3), -2.0 ** 2)
