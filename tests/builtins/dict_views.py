# Views follow the dict and are set-like.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 9) in i)
d["d"] = 4
print(list(k), list(v), list(i))
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), k == {"a", "b", "c", "d"}, k >= {"a"}, k.isdisjoint({"z"}))
print(sorted(i & {("a", 1)}), list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())), k.mapping == d)
it = iter(d)
next(it)
d["e"] = 5
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error)
for key in d: d[key] = "changed values are fine"
print(d, {}.keys(), {}.values(), {}.items(), v == v, d.values() == d.values(), max(d), sorted(d, reverse=True))
