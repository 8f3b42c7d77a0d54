"""Tuples of all lengths: made in all ways, hashed once, as keys, shared and freed."""
import gc


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash of", self.name)
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


pair = (Key("a"), 1)
print(hash(pair) == hash(pair))
found = {pair: "found"}
print(found[pair], pair in found, found.get((Key("a"), 1)))
try:
    hash((1, [2]))
except TypeError as error:
    print(error)

for n in (0, 1, 2, 3, 4, 5, 1023, 1024, 1025, 5000):
    made = tuple(range(n))
    same = tuple([i for i in range(n)])
    print(n, len(made), made == same, hash(made) == hash(same), made[n // 2 : n // 2 + 2], sum(made), made[-1:] * 2)
    print({made: n}[same], made + (n,) == tuple(range(n + 1)), (*made, *same)[:3], made in {same})


class Point(tuple):
    def __new__(cls, *parts):
        return super().__new__(cls, parts)


print({Point(1, 2): "point"}[1, 2], hash(Point(1, 2)) == hash((1, 2)), Point(1, 2) == (1, 2), {(1, 2)} & {Point(1, 2)})
long = tuple([i] for i in range(2000))
print(len(long), long[1999], [item for item in long[:3]])
inner = []
cycle = (inner,) * 1500
inner.append(cycle)
small = []
small.append((small, small))
gc.collect()
del inner, cycle, small, long
print(gc.collect() > 0)
seen = []
for pair in enumerate("abc"):
    seen.append((hash(pair), pair))
print([hash(pair) == value for value, pair in seen], seen[0][1], seen[2][1])
pairs = {}
for pair in zip([1, 2, 3], "xyz"):
    pairs[pair] = hash(pair)
print(list(pairs), all(hash(pair) == value for pair, value in pairs.items()))
totals = [hash(pair) for pair in {1: "a", 2: "b"}.items()]
print(totals == [hash((1, "a")), hash((2, "b"))])
for pair in enumerate([5, 6]):
    hash(pair)
    print(pair, hash(pair) == hash(tuple(list(pair))))
