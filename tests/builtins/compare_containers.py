# Comparison of built-in containers with and without what only scripts can tell.
class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n)
        return isinstance(other, Same) and self.n == other.n

    def __lt__(self, other):
        print("lt", self.n)
        return self.n < other.n

    def __hash__(self):
        return self.n % 2


class Never:
    def __eq__(self, other):
        return False

    __hash__ = object.__hash__


class OnlyNe:
    def __ne__(self, other):
        return "ne"


never, nan = Never(), float("nan")
print(never == never, [never] == [never], (never,) == (never,), {1: never} == {1: never}, never in [never])
print(nan == nan, [nan] == [nan], (nan,) != (nan,))
only, plain = OnlyNe(), object()
print(only != only, only == only, only != plain, plain != only, plain == 1, 1 != plain, None == plain)
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], (1, "b") > (1, "a"), [[1], [2]] <= [[1], [2]], () < (1,))
print([1, 2.0, True] == [1.0, 2, 1], [10 ** 30, "x"] == [10 ** 30, "x"], [b"x"] == ["x"], [None] == [None])
print([Same(1), Same(2)] == [Same(1), Same(3)])
print((Same(1), 2) < (Same(1), 3))
print({"a": [1, {2}]} == {"a": [1, {2}]}, {"a": 1} != {"a": 2}, {1: 2} == {1.0: 2.0}, {"a": 1} == {"b": 1})
print({1: Same(1)} == {1: Same(1)})
print({1, 2} < {1, 2, 3}, {1, 2} <= frozenset({1, 2}), {1, 3} >= {3}, {1} > set(), {1, 2} == {2, 3}, frozenset({1}) != {1})
print({Same(1)} == {Same(1)}, {Same(1)} <= {Same(3), Same(1)})
for a, b in (([1], (1,)), ([1, "a"], [1, 2]), ({1}, [1]), ({}, {}), ((1, None), (1, 2))):
    try:
        print(a < b)
    except TypeError as error:
        print(error)
deep = other = None
for _ in range(80):
    deep, other = [deep], [other]
print(deep == other, deep != other, deep <= other)
a, b = [], []
a.append(a)
b.append(b)
try:
    a == b
except RecursionError:
    print("recursion")
print({1, 2, 3} & {2, 3, 4}, {1, 2} | frozenset({5}), {1, 2, 3} - {2}, frozenset({1}) | {2}, {1, 2} ^ {2, 3})
s = {1, 2}
alias = s
s |= {9}
s |= s
s &= {1, 9}
print(s, alias is s, s | s, s & s, s - s)
print({Same(1), 4} & {Same(1), 4, 5} == {4})
for bad in ("{1} | [1]", "{1} & {}", "[1] + (1,)", "(1,) + [1]", "[1] * 1.5"):
    try:
        print(eval(bad))
    except TypeError as error:
        print(error)
l = [1]
alias = l
l += (2, 3)
l += [4]
l += l
l += "ab"
print(l, alias is l)
print(len({1, 2}), len(frozenset("abc")), len(b"xy"), bool(set()), bool(frozenset([0])), bool(b""))
d = {}
for key in [1, "a", (1, 2), 2.5, None, True, (1, "x"), frozenset({1}), Same(4), Same(4), Same(2)]:
    d[key] = d.get(key, 0) + 1
print(len(d), d[1], d[(1, 2)], d[True], d[frozenset([1])])
print({k: v for k, v in [(1, 2), (1.0, 3), (True, 4)]}, {x % 3 for x in range(9)}, {(x, 1): x for x in range(12)}[(11, 1)])
