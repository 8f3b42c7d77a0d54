# set and frozenset.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), a & b, sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a >= {1}, a.isdisjoint({9}), a == {3, 2, 1})
print(sorted(a.union([4], (5,))), a.intersection("x", [1]), sorted(a.difference([1])), sorted(a.symmetric_difference([3, 9])), a.issubset(range(9)), a.issuperset([]))
s = set()
s.add(1); s.add(1); s.add(1.0); s.add("x"); s.discard("none"); print(len(s), 1 in s, True in s); s.remove("x"); print(s)
s.update([2, 3], "ab"); print(len(s)); s -= {"a", "b"}; s |= {9}; s &= {1, 2, 9}; s ^= {1}; print(sorted(s))
s.intersection_update([2, 9, 10]); s.difference_update([10]); s.symmetric_difference_update([9, 11]); print(sorted(s), s.copy() == s, s.pop() in (2, 11), len(s)); s.clear(); print(s)
f = frozenset([1, 2]); print(f, frozenset(), hash(f) == hash(frozenset([2, 1])), f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, {f: "key"}[frozenset((2, 1))], f == {1, 2})
for bad in [lambda: set().pop(), lambda: a.remove(99), lambda: {[]}, lambda: a | [1], lambda: a < [1], lambda: hash(a), lambda: f.add, lambda: set(5), lambda: a + b]:
    try:
        bad()
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(set("hello") == {"h", "e", "l", "o"}, {1}, {None}, len({1, 1.0, True}), {*"a"}, set([1]) in [{1}], frozenset({1}) in {frozenset({1})}, {1} in {frozenset({1})})
print(len({(1, 2), (1, 2)}), sum(set(range(100))), {n % 3 for n in range(10)} == {0, 1, 2}, min({5, 3}), not set())
