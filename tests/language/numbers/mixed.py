# bool, int and float in one expression, and the operators on unlike types.
print(1 + 1.0, True + 0.5, 3 * True, 2 ** True, 7 // 2.0, 7 % 2.5, 1 - True)
print(3 == 3.0 == True + 2, {1: "a", 1.0: "b", True: "c"}, len({0, 0.0, False}))
print(isinstance(True, int), type(True + 1), type(True & False), type(True & 1), True ^ True)
print(max(1, 2.5, True), min(0.0, 0), sum([1, 2.5, True]), sum([0.1] * 10), sum([]))
pairs = [(1, "a"), ("a", 1), (1, None), ([], 1), ({}, {}), (1.5, "x"), (None, None)]
for a, b in pairs:
    for name, operation in [("+", lambda: a + b), ("-", lambda: a - b), ("*", lambda: a * b), ("/", lambda: a / b), ("<", lambda: a < b)]:
        try:
            print(name, operation())
        except TypeError as error:
            print(error)
try:
    -"text"
except TypeError as error:
    print(error)
try:
    ~1.5
except TypeError as error:
    print(error)
