# range: a sequence that is computed.
for r in [range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 1), range(-3, 3, 2), range(2 ** 65, 2 ** 65 + 9, 4)]:
    print(r, len(r), list(r), list(reversed(r)), r[:2], r[::-1], bool(r))
r = range(0, 20, 5)
print(r.start, r.stop, r.step, r[1], r[-1], 15 in r, 16 in r, 15.0 in r, "x" in r, r.index(10), r.count(5), r.count(6))
print(range(3) == range(0, 3, 1), range(0, 4, 2) == range(0, 3, 2), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), r[1:3], max(r), sum(r))
for bad in [lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("3"), lambda: r[9], lambda: r.index(3), lambda: range(1, 2, 3, 4), lambda: len(range(2 ** 70))]:
    try:
        print(bad())
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), list(it), list(it), type(it).__name__)
print([list(range(a, b, c)) for a, b, c in [(1, -1, -1), (5, 5, 1), (0, -5, -2)]])
