# combinations, combinations_with_replacement, permutations: order, number, edges, errors.
# collections: as usual
from itertools import combinations, combinations_with_replacement, islice, permutations, product
from math import comb, factorial, perm


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def text(it):
    return " ".join("".join(t) for t in it)


print(text(combinations("ABCD", 2)), "|", text(combinations("ABCD", 3)), "|", text(combinations("AAB", 2)))
print(text(combinations_with_replacement("ABC", 2)), "|", text(combinations_with_replacement("AB", 3)))
print(text(permutations("ABC")), "|", text(permutations("ABCD", 2)), "|", text(permutations("ABCD", 3)))
for kind in combinations, combinations_with_replacement, permutations:
    print(kind.__name__, kind, list(kind("", 0)), list(kind("", 1)), list(kind("a", 0)), list(kind("a", 1)),
          list(kind("ab", 3)))
print(list(permutations([])), list(permutations([1, 2], None)), list(permutations(iterable="ab", r=1)))

for n in range(6):
    for r in range(7):
        c = list(combinations(range(n), r))
        w = list(combinations_with_replacement(range(n), r))
        p = list(permutations(range(n), r))
        assert len(c) == comb(n, r) and c == sorted(set(c))
        assert len(p) == perm(n, r) and p == sorted(set(p))
        assert w == sorted(set(w)) and len(w) == (comb(n + r - 1, r) if n or r else 1)
        assert c == [t for t in p if list(t) == sorted(t)]
        assert w == [t for t in product(range(n), repeat=r) if list(t) == sorted(t)]
print("laws hold")
assert sum(1 for _ in permutations(range(7))) == factorial(7)
print(list(islice(permutations(range(8)), 40318, None)))
print(list(islice(combinations(range(20), 10), 3)), next(combinations(range(10**5), 2)))

for make in [lambda: combinations(), lambda: combinations([]), lambda: combinations([], -1),
             lambda: combinations([], None),
             lambda: combinations([], "a"), lambda: combinations([], 1, 2), lambda: combinations(1, 1),
             lambda: combinations(iterable=[], r=1, s=2), lambda: combinations(iterable=[], s=1),
             lambda: combinations([], 10**30),
             lambda: combinations_with_replacement([], -1), lambda: combinations_with_replacement([]),
             lambda: permutations(), lambda: permutations([], -1), lambda: permutations([], "a"),
             lambda: permutations([], 2.0),
             lambda: permutations([], 1, 2), lambda: permutations([], s=1), lambda: permutations(1)]:
    show(make)

pool = [1, 2, 3]
waiting = combinations(pool, 2)
pool.clear()
print(list(waiting), list(waiting), next(waiting, "end"))


class Hands(permutations):
    """Shows each arrangement as text."""
    def __next__(self):
        return "-".join(map(str, super().__next__()))


print(list(Hands([1, 2, 3], 2)))
