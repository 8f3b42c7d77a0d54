# Every method of dict, and the order of keys.
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 10
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, "z" not in d)
print(d.pop("a"), d.pop("zz", "default"), d, d.setdefault("new", []), d.setdefault("b", 5), d)
d["a"] = "again at the end"; print(list(d))
d.update({"x": 1}, y=2); d.update([("p", 1), ["q", 2]]); d.update(); print(d)
print(d.popitem(), d.popitem(), list(d.items())[:2], list(d.values())[:2], list(d.keys())[:2])
e = d.copy(); e.clear(); print(e, bool(e), bool(d), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print({"a": 1} | {"b": 2, "a": 3}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, list(reversed({"a": 1, "b": 2})))
f = {"a": 1}; f |= {"z": 26}; f |= [("k", 2)]; print(f)
print(dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "f", True: "replaces the value of 1"})
for bad in [lambda: d["nope"], lambda: d.pop("nope"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict(["abc"]), lambda: dict(5), lambda: {} < {}, lambda: {} + {}, lambda: d.get(), lambda: {}[[]], lambda: {} | [1]]:
    try:
        bad()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
for key in list(d): del d[key]
print(d)
many = {n: n * n for n in range(1000)}
for n in range(0, 1000, 2): del many[n]
print(len(many), list(many)[:3], many[999], 500 in many)
self = {}; self["self"] = self; print(self)
print({**{"a": 1}, "b": 2}, str({"k": [1, {"n": None}]}), {"a": 1}.items() == {"a": 1}.items())
