# Which comparisons sorting makes, and that it is stable: natural runs, merges in jumps, errors and lies on the way.
# collections: as usual
class Item:
    count = 0
    log = None

    def __init__(self, key, tag=0):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        Item.count += 1
        if Item.log is not None:
            Item.log.append((self.key, other.key))
        return self.key < other.key

def numbers(n, of):
    state = 7
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield (state >> 8) % of

def shapes(n):
    yield "random", list(numbers(n, 1 << 20))
    yield "few", list(numbers(n, 3))
    yield "sorted", list(range(n))
    yield "reversed", list(range(n, 0, -1))
    yield "two runs", [*range(n // 2, n), *range(n // 2)]
    yield "interleaved", [*range(0, n, 2), *range(1, n, 2)]
    yield "blocks", [*range(n // 3), *range(n // 3), *range(n // 2, n)]
    yield "nearly", [x if x % 50 else n - x for x in range(n)]
    yield "saw", [x % 40 for x in range(n)]
    yield "ends", [*range(n - 10), *numbers(10, n)]

for n in (2, 3, 10, 63, 64, 65, 100, 130, 257, 1000, 3000):
    for name, keys in shapes(n):
        items = [Item(key, tag) for tag, key in enumerate(keys)]
        Item.count = 0
        items.sort()
        assert [(i.key, i.tag) for i in items] == sorted((key, tag) for tag, key in enumerate(keys)), (n, name)
        print(n, name, Item.count, end="; ")
        Item.count = 0
        items = sorted((Item(key, tag) for tag, key in enumerate(keys)), reverse=True)
        assert [i.key for i in items] == sorted(keys, reverse=True)
        assert all(a.tag < b.tag for a, b in zip(items, items[1:]) if a.key == b.key)
        print(Item.count)

Item.log = []
[Item(k) for k in (5, 3, 8, 1, 9, 2)].sort()
print(Item.log)
Item.log = []
sorted([Item(k) for k in (*range(0, 40), *range(20, 60), *range(10, 30))])
print(hash(tuple(Item.log)), Item.log[-20:])
Item.log = None

# Mixed numbers, nested lists, tuples of both, strings with the same beginning.
print(sorted([3, 1.5, True, 10**30, -2, False, 2.0, float("-inf"), 1]))
print(sorted([[2, "b"], [2, "a"], [1], [], [1, "z", 3]]), sorted([(1, [2, 3]), (1, [2]), (0.5, [9])]))
print(sorted(["abcdefgh", "abcdefgha", "abcdefg", "abcdefgh\0", "é", "z", "", "\0", "abcdefghZ", "日本", "\U0001f600"]))
print(sorted("the quick brown fox jumps over the lazy dog the end".split(), key=len))
print(sorted(["b", "a", "B", "A"] * 3, key=str.lower), sorted(range(20), key=lambda x: (x % 3, -x)))
print(sorted([("b", 1), ("a", 2), ("b", 0)], reverse=True), sorted([b"b", b"a", b""]), sorted([{1, 2}, {1}, {1, 2, 3}]))

# An error or a lie leaves a permutation.
class Bad(Item):
    limit = 0
    def __lt__(self, other):
        Bad.limit -= 1
        if Bad.limit == 0:
            raise ZeroDivisionError("enough")
        return self.key < other.key
for limit in (1, 5, 50, 200, 700, 1200):
    items = [Bad(key) for key in numbers(300, 100)]
    before = sorted(map(id, items))
    Bad.limit = limit
    try:
        items.sort()
    except ZeroDivisionError as e:
        print(limit, e, sorted(map(id, items)) == before)
class Liar(Item):
    def __lt__(self, other):
        Item.count += 1
        return Item.count % 7 < 3
items = [Liar(k) for k in range(500)]
before = sorted(map(id, items))
items.sort()
print(sorted(map(id, items)) == before)
class Answer(Item):
    def __lt__(self, other):
        return [1] if self.key < other.key else ""
print([i.key for i in sorted(map(Answer, (3, 1, 2)))])
class NotSure(Item):
    def __lt__(self, other):
        return NotImplemented
    def __gt__(self, other):
        return self.key > other.key
print([i.key for i in sorted(map(NotSure, (3, 1, 2)))])
for bad in ([1, "a"], [None, None], [1j, 2j], [(1, "a"), (1, 2)], [object(), object()]):
    try:
        bad.sort()
    except TypeError as e:
        print(e)
class Growing(Item):
    def __lt__(self, other):
        victim.append(1)
        return self.key < other.key
victim = [Growing(k) for k in (2, 1)]
try:
    victim.sort()
except ValueError as e:
    print(e, len(victim))
def key(x):
    if x == 3: raise KeyError("key")
    return x
l = [5, 4, 3]
try:
    l.sort(key=key)
except KeyError as e:
    print(e, l)
