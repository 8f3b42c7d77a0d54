# int: construction and methods.
print(int(), int("42"), int("-42"), int("  7\n"), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("10", 2), int(3.9), int(-3.9), int(True), int("٣"), int(b"12"))
print((5).bit_length(), (0).bit_length(), (-5).bit_length(), (7).bit_count(), (5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).as_integer_ratio(), (5).is_integer())
print(bin(10), oct(10), hex(255), bin(-5), hex(-1), oct(0), round(15, -1), round(25, -1), round(-15, -1), round(5), (1234).__str__(), (5).__add__(3), (5).__add__("x"), (5).__eq__(5.0), (-7).__abs__(), (7).__divmod__(2), (5).__bool__())
for bad in [lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int("12", 1), lambda: int("9", 8), lambda: int(5, 10), lambda: int(None), lambda: int([]), lambda: int("1__0"), lambda: int("_1"), lambda: int("0x1"), lambda: hex(1.5), lambda: int(float("nan")), lambda: int(" "), lambda: int("5 5"), lambda: int("é")]:
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(max(3, 1), min([4, 2]), sum(range(101)), pow(2, 100) % 7, abs(-3), divmod(17, 5), divmod(-17, 5), isinstance(5, int), type(5).__name__)
