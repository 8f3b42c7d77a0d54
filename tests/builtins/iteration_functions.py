# enumerate, zip, map, filter, reversed, sorted, iter, next, any, all, sum, min, max.
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), next(enumerate("x")))
print(list(zip("abc", range(5))), list(zip()), list(zip("a")), list(zip("ab", "cd", "ef")), list(zip(*[(1, 2), (3, 4)])), list(zip("ab", [1, 2], strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")), list(map(pow, [2, 3], [3, 2])), list(map(lambda a, b: a, [1], [2], strict=True)))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed({"a": 1})), sorted("bca"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted(["B", "a"], key=str.lower))
print(any([]), all([]), any([0, "x"]), all([1, ""]), sum([1, 2], 10), sum([[1], [2]], []), sum((0.1, 0.2, 0.3)), sum([0.1] * 10, 0.0), min("b", "a"), max([1, 5, 3]), min([], default="none"), max([], default=None), max("aa", "b", key=len), min({3: "a", 1: "b"}), max([1, 1.0]), max(["bb", "aa"], key=len))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), list(it), iter(it) is it, list(iter("ab")), list(iter({1: 2})), len(list(iter(range(3)))))
e = enumerate(iter("ab"))
print(next(e), list(e), list(e), type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__)
z = zip(iter([1, 2, 3]), iter("a"))
print(list(z))
for bad in [lambda: list(zip("ab", "a", strict=True)), lambda: list(zip("a", "ab", strict=True)), lambda: max(), lambda: min([]), lambda: max(1), lambda: sum(["a"]), lambda: sum(["a", "b"], ""), lambda: sorted([1, "a"]), lambda: next(iter([])), lambda: enumerate(5), lambda: map(str), lambda: map(), lambda: list(map(5, [1])), lambda: zip(5), lambda: iter(5, 6), lambda: max(1, "a"), lambda: sorted(5), lambda: all(5), lambda: max([1], default=0, key=1, foo=2), lambda: reversed({1}), lambda: sorted()]:
    try:
        print(bad())
    except (ValueError, TypeError, StopIteration) as error:
        print(type(error).__name__, error)
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"K{self.n}"
print(sorted([K(3), K(1), K(2)]), min(K(2), K(1)), sorted([(1, "b"), (0, "z"), (1, "a")]), sorted(range(5), key=lambda n: (n % 2, -n)))
