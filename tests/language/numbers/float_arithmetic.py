# Floats: operators, signs of zero, infinities, and what is not a number.
inf, nan = float("inf"), float("nan")
print(0.1 + 0.2, 1 / 3, 2 / 1, 1e16 + 1, 1.5 * 2, -0.0, 0.0 - 0.0)
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2.0), (1e300, 1e-10), (-0.5, 1)]:
    print(a, b, a // b, a % b, divmod(a, b))
print(inf - inf, inf * 0, inf > 10 ** 400, -inf < 0, nan == nan, nan != nan, nan < 1, nan in [nan])
print(2 ** 0.5, 2.0 ** 3, (-8) ** (1 / 3), 4 ** -0.5, 0.0 ** 0, inf ** 0)
print(1e308 * 10, -1e308 * 10, 5e-324, 5e-324 / 2)
print(1 == 1.0, 0.0 == -0.0, 1 < 1.5 < 2, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print(int(3.99), int(-3.99), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2))
print(hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-inf), hash(1e100))
for what in [lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 1e200 ** 2,
             lambda: int(nan), lambda: int(inf), lambda: 2.0 << 1]:
    try:
        print(what())
    except (ArithmeticError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
