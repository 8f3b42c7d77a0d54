# Mapping, MutableMapping and the views: all mixin methods over a plain class.
from collections.abc import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


class Frozen(Mapping):
    def __init__(self, entries):
        self.entries = dict(entries)

    def __getitem__(self, key):
        return self.entries[key]

    def __iter__(self):
        return iter(self.entries)

    def __len__(self):
        return len(self.entries)

    def __repr__(self):
        return f"{type(self).__name__}({self.entries})"


class Open(Frozen, MutableMapping):
    def __setitem__(self, key, value):
        self.entries[key] = value

    def __delitem__(self, key):
        del self.entries[key]


nan = float("nan")
m = Frozen({1: 2, 3: 4})
for text in ("m.get(5)", "m.get(5, 6)", "m.get(1)", "3 in m", "4 in m", "m == {1: 2, 3: 4}", "m != {}",
             "{1: 2, 3: 4} == m", "m == 3",
             "m == Frozen({3: 4, 1: 2})", "reversed(m)", "hash(m)", "m.keys()", "m.values()", "m.items()",
             "list(m.keys())", "list(m.values())",
             "list(m.items())", "len(m.keys())", "1 in m.keys()", "2 in m.values()", "9 in m.values()",
             "(1, 2) in m.items()", "(1, 3) in m.items()",
             "(9, 9) in m.items()", "5 in m.items()", "(1, 2, 3) in m.items()", "nan in Frozen({1: nan}).values()",
             "(1, nan) in Frozen({1: nan}).items()", "m.keys() & [1]", "m.keys() | {7}", "m.keys() - [1]",
             "m.keys() ^ [1]", "[1] & m.keys()",
             "m.items() & [(1, 2)]", "m.keys() == {1, 3}", "m.keys() <= {1, 3, 4}", "m.keys().isdisjoint([1])",
             "m.items() == {1: 2, 3: 4}.items()",
             "m.values() == m.values()", "KeysView({1: 2})", "ItemsView([])", "len(ValuesView('abc'))",
             "type(m.keys() & [1])", "hash(m.keys())",
             "isinstance(m.keys(), MappingView)", "m.keys()._mapping is m"):
    attempt(text)
keys = m.keys()
m.entries[9] = 9
print(list(keys), len(keys))

o = Open({1: 2})
for text in ("o.pop(5)", "o.pop(5, None)", "o.pop(5, default=3)", "o.pop(1)", "o.popitem()", "o.update({1: 2})",
             "o.update([(3, 4)])", "o.update(a=5)",
             "o.update(Frozen({7: 8}), self=3, other=4)", "o", "o.popitem()", "o.setdefault(1)", "o.setdefault(99)",
             "o.setdefault(98, 1)",
             "o.setdefault(98, 2)", "o", "o.update(5)", "o.update([5])", "o.update(1, 2)", "o.update(['abc'])",
             "MutableMapping.update()",
             "o.clear()", "o", "bool(o)"):
    attempt(text)


class Doubles:
    def keys(self):
        return "xy"

    def __getitem__(self, key):
        return key * 2


o.update(Doubles())
print(o)


class Default(Open):
    def __getitem__(self, key):
        return self.entries.get(key, "default")


d = Default({})
print(d["x"], d.get("x", 1), "x" in d, d.setdefault("x", 1), d)


class Refusing(Frozen):
    def __getitem__(self, key):
        raise KeyError("own", key)


attempt("Open.pop(Refusing({}), 1)")


# Keys without regard to case, as a user would write it
class Caseless(MutableMapping):
    def __init__(self, data=None, /, **kwds):
        self._store = {}
        self.update(data or {}, **kwds)

    def __setitem__(self, key, value):
        self._store[key.lower()] = key, value

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (key for key, value in self._store.values())

    def __len__(self):
        return len(self._store)


c = Caseless({"Accept": "a"}, Host="h")
c["ACCEPT"] = "b"
print(dict(c), "host" in c, c.get("hOST"), c.pop("HOST"), list(c.items()), c == {"ACCEPT": "b"}, c.setdefault("Accept"),
      [*c.values()])
