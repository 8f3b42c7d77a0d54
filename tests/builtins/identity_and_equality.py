# ==, is, and ordering across the built-in types.
values = [None, True, False, 0, 1, 1.0, "", "a", b"", b"a", (), [], {}, set(), frozenset(), range(0), ...]
for i, a in enumerate(values):
    print(repr(a), [j for j, b in enumerate(values) if a == b], bool(a))
for a, b in [(1, "a"), (None, 0), ([], ()), ({}, []), ("a", b"a"), (1, None), ({1}, [1]), (len, print), (range(1), range(2)), (1.5, "x"), (True, "x"), (object, int)]:
    try:
        print(a < b)
    except TypeError as error:
        print(error)
print([1, 2] < [1, 2, 3], "Zoo" < "apple", (1, [2]) == (1, [2]), {1: [2]} == {1: [2]}, b"a" < b"b", {1} < {1, 2}, True < 2, 1 < 1.5, frozenset({1}) == {1}, [1] == (1,), "1" == 1)
x = [1]; y = x; z = [1]
print(x is y, x is z, x == z, x is not z, None is None, len is len, type(1) is int, x is not None)
