# defaultdict: the factory, missing keys, operators, copies, repr, subclasses.
from collections import defaultdict


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(defaultdict)
attempt(defaultdict, None)
attempt(defaultdict, int, {1: 2}, a=3)
attempt(defaultdict, int, [("a", 1)])
attempt(defaultdict, default_factory=int)
attempt(defaultdict, 1)
attempt(defaultdict, "a")
attempt(defaultdict, None, 1)
attempt(defaultdict, int, {}, {})

d = defaultdict(list)
d["a"].append(1)
print(d, d.default_factory, d["b"], len(d), d.get("z"), "z" in d, d.pop("z", 0), d.setdefault("s", 1))
d.default_factory = None
attempt(lambda: d["q"])
attempt(lambda: d[(1, 2)])
attempt(d.__missing__, "k")
d.default_factory = lambda: "made"
print(d.__missing__("k"), d["k"], d["l"])
d.default_factory = 5
attempt(lambda: d["x"])
del d.default_factory
print(d.default_factory, d)


def fails():
    raise ValueError("no value")


f = defaultdict(fails)
attempt(lambda: f["a"])
print(f.keys())

# A factory that sets the key itself
depth = 0


def nested():
    global depth
    depth += 1
    mine = depth
    if mine == 1:
        table["key"]
    return mine


table = defaultdict(nested)
print(table["key"], depth, dict(table))

print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), defaultdict(int, a=1) | defaultdict(str, b=1))
x = y = defaultdict(int, a=1)
x |= {"c": 1}
x |= [("z", 1)]
print(x, x is y, x.copy(), x.__copy__(), type(x.copy()), x.copy() is x)
print([list(part) if hasattr(part, "__next__") else part for part in x.__reduce__()], defaultdict().__reduce__()[:4])
print(defaultdict(int) == defaultdict(str), defaultdict(int) == {}, defaultdict.fromkeys("ab", 1),
      defaultdict[int, str])
print(defaultdict.__or__(x, [1]), defaultdict.__hash__, defaultdict.__module__)

r = defaultdict(None)
r["me"] = r
print(r, repr(defaultdict(None, {1: defaultdict(None)})))


class Doubling(defaultdict):
    def __missing__(self, key):
        return key * 2


s = Doubling(int, a=1)
s.note = 1
print(s[4], s, s.copy(), type(s.copy()), s.__dict__, s.copy().__dict__, type(s | {}), type({} | s))


class Bound(defaultdict):
    def __init__(self):
        defaultdict.__init__(self, self.make)

    def make(self):
        return 5


bound = Bound()
text = repr(bound)
print("Bound(..., {})" in text, text.endswith(", {})"), bound["n"], dict(bound))

# init again keeps entries
d = defaultdict(int, {"m": 1})
d.__init__(str)
print(d)
d.__init__(str, a=3)
print(d, d["new"] == "")
d.__init__()
print(d.default_factory, len(d))

# As users write it
groups = defaultdict(list)
for color, number in [("yellow", 1), ("blue", 2), ("yellow", 3), ("blue", 4), ("red", 1)]:
    groups[color].append(number)
print(sorted(groups.items()))
counts = defaultdict(int)
for letter in "mississippi":
    counts[letter] += 1
print(counts)


def tree():
    return defaultdict(tree)


root = tree()
root["a"]["b"]["c"] = 1
print(root["a"]["b"]["c"], list(root), list(root["a"]))
