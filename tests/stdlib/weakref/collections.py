# WeakValueDictionary, WeakKeyDictionary, WeakSet.
import weakref


class Key:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Key({self.n})"
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __hash__(self): return hash(self.n)
    def __lt__(self, other): return self.n < other.n


values = weakref.WeakValueDictionary()
a, b, c = Key(1), Key(2), Key(3)
values["a"], values["b"], values["c"] = a, b, c
print(len(values), sorted(values), sorted(values.items()), sorted(values.values()), "a" in values, values["b"])
del b
print(len(values), sorted(values), "b" in values, values.get("b"), values.get("b", "gone"))
try:
    values["b"]
except KeyError as error:
    print(repr(error))
print(values.pop("c"), values.pop("c", "nothing"), values.setdefault("d", c), values.setdefault("d", a), len(values))
try:
    values.pop("zzz")
except KeyError as error:
    print(repr(error))
values.update({"e": a}, f=c)
print(sorted(values.keys()), values == {"a": a, "d": c, "e": a, "f": c}, values != values.copy())
merged = values | {"g": c}
print(type(merged).__name__, sorted(merged), sorted({"h": a} | values), repr(values).split(" at ")[0])
print([type(reference).__name__ for reference in values.valuerefs()])
values["temporary"] = Key(9)
print("temporary" in values)
del values["a"]
print(sorted(values), sorted(weakref.WeakValueDictionary(x=a, y=c)))
for key in list(values):
    values.popitem()
print(len(values))
try:
    values.popitem()
except KeyError:
    print("empty")
try:
    values["n"] = 5
except TypeError as error:
    print(error)

keys = weakref.WeakKeyDictionary()
keys[a], keys[c] = "one", "three"
print(len(keys), keys[a], keys[Key(1)], Key(3) in keys, 5 in keys, sorted(keys), sorted(keys.items()), keys.get(Key(7), "none"))
del c
print(len(keys), list(keys.keys()), list(keys.values()))
print(keys.pop(a), len(keys), keys.setdefault(a, "again"), keys.pop(Key(5), None))
try:
    keys[Key(77)]
except KeyError as error:
    print(type(error).__name__)
print([reference() for reference in keys.keyrefs()], keys.copy() == keys, dict(keys))
keys.update({a: "updated"})
print(keys[a], keys.popitem())

items = weakref.WeakSet([a])
x, y = Key(10), Key(20)
items.add(x); items.add(y)
print(len(items), sorted(items), x in items, Key(10) in items, 5 in items)
del y
print(len(items), sorted(items))
other = weakref.WeakSet([x])
print(sorted(items | other), sorted(items & other), sorted(items - other), sorted(items ^ other), other <= items, other < items, items >= other)
print(items == weakref.WeakSet([a, x]), items.isdisjoint(weakref.WeakSet()), other.issubset([x, a]), sorted(items.union([x])))
items.discard(Key(99)); items.remove(x)
try:
    items.remove(x)
except KeyError as error:
    print(type(error).__name__)
print(sorted(items), items.pop(), len(items))
try:
    items.pop()
except KeyError as error:
    print(error)
items |= other
items -= other
print(len(items), len(other.copy()), len(list(weakref.WeakSet())))

# Entries go while the mapping is walked.
held = [Key(n) for n in range(5)]
walked = weakref.WeakValueDictionary((key.n, key) for key in held)
seen = []
for number, value in walked.items():
    held.clear()
    seen.append(number)
    del value
print(seen, len(walked))


# A cache, which is what these are for.
class Image:
    loaded = 0
    def __init__(self, name):
        self.name = name
        Image.loaded += 1


cache = weakref.WeakValueDictionary()
def load(name):
    image = cache.get(name)
    if image is None:
        image = cache[name] = Image(name)
    return image


one, two = load("cat"), load("cat")
print(one is two, Image.loaded)
del one, two
three = load("cat")
print(Image.loaded, len(cache))
