# The shortest text that reads back as the same float.
for x in [0.1, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1e22, 1e-4, 1e-5, 1.5e-7, 3.141592653589793,
          2.5e+20, 1e100, -1e-100, 1.7976931348623157e308, 5e-324, 0.30000000000000004, 9007199254740993.0, 4.35,
          -0.0, 12345.678, 1e17 / 3]:
    print(x, repr(x), float(repr(x)) == x)
print(float("1e3"), float("  -2.5\n"), float("1_000.5"), float(".5"), float("5."), float("INF"), float("-nan"))
for text in ["", "abc", "1e", "--1", "1__0", "0x10"]:
    try:
        float(text)
    except ValueError as error:
        print(error)
print(1.0.is_integer(), 1.5.is_integer(), (0.75).as_integer_ratio(), (-2.0).as_integer_ratio())
print((255.5).hex(), float.fromhex("0x1.8p+1"))
