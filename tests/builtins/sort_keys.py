# Sorting by keys of plain types, tuples of them, and what scripts compare.
import random

random.seed(3)
words = ["".join(random.choice("ab\0é") for _ in range(random.randrange(12))) for _ in range(300)]
print(sorted(words) == sorted(words, key=lambda w: (w,)) == [w for (w, _) in sorted((w, 0) for w in words)])
ordered = sorted(words)
print(all(a <= b for a, b in zip(ordered, ordered[1:])))
numbers = [random.randrange(-9, 9) for _ in range(500)]
pairs = [(n, i) for i, n in enumerate(numbers)]
print(sorted(pairs)[:4], sorted(pairs, reverse=True)[:4], sorted(pairs, key=lambda p: p[0])[:4])
print(sorted(pairs, key=lambda p: p[0], reverse=True)[:4])
floats = [random.choice([0.0, -0.0, 1.5, -1.5, float("inf"), -float("inf"), 1e-300]) for _ in range(60)]
print(sorted(floats)[:12], sorted((f, -i) for i, f in enumerate(floats))[10:14])
print(sorted([True, False, 3, -1, True]), sorted([3, 1, 2], key=lambda n: n > 1), sorted([2.5, 1, True, 0.5]))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([(1,), (1, 2), ()]), sorted([(2, 1.5), (2, 1)]))
print(sorted([("b", 2), ("b", 1), ("a", 3)], reverse=True), sorted([[3, 1], [2], [2, 0]]))
print(sorted([10 ** 20, 1, -10 ** 20]), sorted([-2 ** 63, 2 ** 63 - 1, 0]))
for bad in ([1, "a"], [(1, "a"), (1, 2)], [None, None], [(1, None), (1, None)], [1j, 2j]):
    try:
        print(sorted(bad))
    except TypeError as error:
        print(error)
nan = float("nan")
print(len(sorted([3.0, nan, 1.0])), sorted([(nan, 1), (nan, 0)]))


class Item:
    calls = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.calls += 1
        return self.n < other.n

    def __repr__(self):
        return f"I{self.n}"


class Sub(Item):
    def __gt__(self, other):
        return self.n > other.n


items = [Item(n * 37 % 101) for n in range(100)]
print(sorted(items)[:5], Item.calls, min(items), max(items))
Item.calls = 0
print(sorted(items + [Sub(5), Sub(50)], reverse=True)[:4], Item.calls)


class Changing:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            Changing.__lt__ = lambda a, b: a.n > b.n
        return self.n < other.n


print([c.n for c in sorted(Changing(n) for n in (5, 2, 3, 1, 4))])


class Declines:
    def __lt__(self, other):
        return NotImplemented


try:
    sorted([Declines(), Declines()])
except TypeError as error:
    print(error)


class Fails:
    def __lt__(self, other):
        raise ValueError("no")


fails = [Fails(), Fails()]
try:
    fails.sort()
except ValueError as error:
    print(error, len(fails))


class Odd:
    def __lt__(self, other):
        return [] if self is other else [1]


print(len(sorted([Odd(), Odd(), Odd()])))
