# float, round, and math on floats.
print(float(), float("1.5"), float(3), float(True), (2.5).is_integer(), (2.0).is_integer(), (0.1).as_integer_ratio(), (1.5).hex(), (1.5).real, (1.5).imag, (1.5).conjugate(), float.fromhex("0x1p-2"), (1.5).__trunc__(), (-1.5).__abs__(), (1.5).__floor__(), (1.5).__ceil__())
print(round(1.5), round(2.5), round(-1.5), round(1.2345, 3), round(1e20), round(123.456, -1), round(0.5), round(5e-324, 3), round(1.005, 2), round(-0.4), round(2.0, 0), type(round(2.0)).__name__, type(round(2.0, 1)).__name__, round(1234567.891, 1))
print(abs(-1.5), divmod(7.5, 2), divmod(-7.5, 2), pow(2.0, 3), max(1.5, 2), min(0.1, 0.01), sum([0.1] * 3), 0.1 + 0.2 == 0.3, int(1e18), 1e18 == 10 ** 18, 1e23, 1.0 // 0.1, 1.0 % 0.1, -1.0 % 3, 1 % -3.0)
one = [1]
for bad in [lambda: float("x"), lambda: float(None), lambda: float([]), lambda: float(""), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: float(1, 2), lambda: int("1e5"), lambda: 1.5 & 1, lambda: range(1.0), lambda: one[1.0], lambda: (1.5).nope, lambda: 10 ** 400 * 1.0, lambda: 1.5 ** 10000]:
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error)
