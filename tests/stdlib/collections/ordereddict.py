# OrderedDict: construction, moving keys, taking entries out, equality by order, operators, views, subclasses.
from collections import OrderedDict
from collections.abc import ItemsView, KeysView, ValuesView


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(OrderedDict)
attempt(OrderedDict, a=1, b=2)
attempt(OrderedDict, {"a": 1}, b=2)
attempt(OrderedDict, [("a", 1), ("b", 2), ("a", 3)])
attempt(OrderedDict, ((k, v) for k, v in [(1, 2)]))
attempt(OrderedDict, self=1, other=2, iterable=3)
attempt(OrderedDict, 1)
attempt(OrderedDict, [1])
attempt(OrderedDict, {}, {})
attempt(OrderedDict, ["abc"])
attempt(OrderedDict, [()])
attempt(OrderedDict().update, 1, 2)
attempt(OrderedDict.fromkeys, "ab", 1)
attempt(OrderedDict.fromkeys, 3)

o = OrderedDict(zip("abcd", range(4)))
for key, last in (("a", True), ("a", False), ("d", False), ("d", False), ("c", True), ("a", "yes"), ("b", 0)):
    print(key, last, o.move_to_end(key, last), "".join(o))
o.move_to_end("d")
o.move_to_end(key="a", last=False)
print("".join(o), "".join(reversed(o)))
attempt(o.move_to_end, "z")
attempt(o.move_to_end, "z", last=False)

print(o.popitem(), o.popitem(last=False), o.popitem(False), o)
print(o.popitem(last=True))
attempt(o.popitem)
attempt(o.popitem, last=False)
o = OrderedDict(zip("abcd", range(4)))
attempt(o.pop, "a")
attempt(o.pop, "z")
attempt(o.pop, "z", None)
attempt(o.pop, "z", default=5)
attempt(o.pop, key="b")
print(o.setdefault("q"), o.setdefault("q", 2), o.setdefault("r", default=2), o)
attempt(lambda: o["nope"])
attempt(o.__delitem__, "nope")
o["c"] = "again"
del o["d"]
o["d"] = "last"
print(o)

# Views
print(o.keys(), o.values(), o.items(), type(o.keys()).__name__, len(o.items()))
print(list(reversed(o.keys())), list(reversed(o.values())), list(reversed(o.items())))
print("q" in o.keys(), ("q", None) in o.items(), ("q", 0) in o.items(), None in o.values())
print(o.keys() & {"q"}, o.items() & [("q", None)], o.keys() == {"c", "d", "q", "r"}, o.keys() <= {"q"},
      o.keys().isdisjoint([1]))
print(sorted(o.keys() | {"x"}), sorted(o.keys() - {"q"}), sorted(o.keys() ^ {"q"}), o.keys().mapping)
print(isinstance(o.keys(), KeysView), isinstance(o.items(), ItemsView), isinstance(o.values(), ValuesView))

# Equality looks at the order between two of a kind only
a, b = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(a == b, a != b, a == {"b": 2, "a": 1}, {"b": 2, "a": 1} == a, a == OrderedDict(a=1, b=2), a == 5, a != 5,
      a == [("a", 1)])
nan = float("nan")
print(OrderedDict(a=nan) == OrderedDict(a=nan), OrderedDict(a=1) == OrderedDict(a=1.0), OrderedDict.__hash__)

print(a | {"z": 1}, {"z": 1} | a, a | b, type({} | a).__name__, type(a | {}).__name__)
attempt(lambda: a.__or__([1]))
a |= {"q": 5}
a |= [("w", 1)]
print(a, a.copy(), a.copy() is a)

r = OrderedDict()
r["me"] = r
print(r)
r = OrderedDict(x=1)
r["v"] = r.values()
print(r)


class Named(OrderedDict):
    pass


n = Named(a=1)
n.note = 3
print(n, n.__dict__, n.copy(), n.copy().__dict__, type(n | {}), type({} | n), n == OrderedDict(a=1))
print([list(part) if hasattr(part, "__next__") else part for part in n.__reduce__()], OrderedDict().__reduce__()[:4])


class Missing(OrderedDict):
    def __missing__(self, key):
        return f"no {key}"


m = Missing(a=1)
print(m["zz"], m.setdefault("z", 3), m, m.pop("zz", 1))
attempt(m.pop, "zz")


# A cache of the entries used last
class Cache(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            self.popitem(last=False)


cache = Cache(3)
for key in "abcadae":
    cache[key] = key.upper()
print(list(cache), cache["a"], list(cache))
