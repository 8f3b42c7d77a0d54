# Whole numbers: the operators and their signs.
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5)]:
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(2 ** 10, (-2) ** 3, 2 ** -1, 2 ** 0, 0 ** 0, -2 ** 2)
print(7 & 3, 7 | 8, 7 ^ 2, ~7, -8 >> 1, 1 << 20, -1 >> 100)
print(+5, -5, abs(-5), -(-5), - - 5)
print(0x1F, 0o17, 0b101, 1_000_000, 0XFF, 0B11)
print(True + True, True * 3, False or 5, True << 3, -True)
print(pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), divmod(-1, 60))
failing = {"1 // 0": lambda: 1 // 0, "1 % 0": lambda: 1 % 0, "1 / 0": lambda: 1 / 0, "divmod(1, 0)": lambda: divmod(1, 0),
           "0 ** -1": lambda: 0 ** -1, "1 << -1": lambda: 1 << -1, "1 >> -1": lambda: 1 >> -1,
           "pow(2, -1, 4)": lambda: pow(2, -1, 4), "pow(2, 1, 0)": lambda: pow(2, 1, 0)}
for text, operation in failing.items():
    try:
        print(operation())
    except (ZeroDivisionError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
