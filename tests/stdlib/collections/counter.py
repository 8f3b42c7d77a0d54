# Counter: counting, the order of counts, elements, totals, subclasses.
from collections import Counter, OrderedDict, UserDict


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(Counter)
attempt(Counter, "abca")
attempt(Counter, {"a": 3, "b": -1})
attempt(Counter, a=2, b=0)
attempt(Counter, "ab", a=5)
attempt(Counter, None)
attempt(Counter, iterable="a", self=3)
attempt(Counter, [("a", 1)])
attempt(Counter, OrderedDict([("b", 1), ("a", 2)]))
attempt(Counter, UserDict(a=1))
attempt(Counter, 1)
attempt(Counter, 1, 2)

c = Counter("mississippi")
print(c, c["z"], "z" in c, len(c), c.total(), sorted(c))
print(list(c.elements()))
for n in (None, 2, 0, 100, -1, 1):
    print(n, c.most_common(n))
print(c.most_common(n=3), c.most_common())
attempt(c.most_common, "a")
attempt(c.most_common, 1.5)
c = Counter(a=2, b=1, c=0, d=-2)
print(list(c.elements()), c.total(), c.most_common())
attempt(lambda: list(Counter(a=1.5).elements()))

# fromkeys has no meaning
attempt(Counter.fromkeys, "ab")
attempt(Counter.fromkeys, "ab", 2)

# update adds, subtract takes away
c = Counter(a=1)
for change in (lambda: c.update("ab"), lambda: c.update({"a": 5}), lambda: c.update(b=3),
               lambda: c.update(Counter(a=1), q=1),
               lambda: c.update(), lambda: c.update(None), lambda: c.subtract("aab"), lambda: c.subtract({"a": 1}),
               lambda: c.subtract(q=10), lambda: c.subtract(), lambda: c.subtract(None, z=1),
               lambda: c.subtract(Counter("bb"))):
    print(change(), dict(c))
attempt(c.update, 3)
attempt(c.update, 1, 2)
attempt(c.subtract, 3)
odd = Counter(a="x")
attempt(odd.update, {"a": "y"})
attempt(odd.update, "a")
print(dict(odd))

# Missing keys and deletion
del c["nope"]
del c["a"]
print(c, c["a"], c.get("a"), c.pop("a", "gone"))
c["new"] += 1
print(c.setdefault("other", 4), c.popitem(), c)
copy = c.copy()
print(type(copy), copy == c, copy is c, c.__reduce__())
attempt(hash, c)

print(repr(Counter(a=1, b=2)), repr(Counter({"a": 1, "b": "x"})), str(Counter()))


class Seven(Counter):
    def __missing__(self, key):
        return 7


s = Seven("ab")
print(s, s["q"], s.copy(), type(s.copy()), type(s + s), type(+s), s.most_common(1))
s.note = 1
print(s.__dict__, s.copy().__dict__)


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


loud = Loud("aab")
loud.update({"z": 1})
Loud({"a": 1})


class Hundred(Counter):
    def get(self, key, default=None):
        return 100


print(Hundred("aa"), Counter.__module__, Counter.__mro__, Counter[int])
