# ChainMap: reading through several mappings, writing to the first, children and parents, operators, subclasses.
from collections import ChainMap
from collections.abc import MutableMapping


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(ChainMap)
attempt(ChainMap, {"a": 1}, {"b": 2})
m = ChainMap({"a": 1}, {"a": 5, "b": 2}, {"c": 3})
print(m.maps, m["a"], m["b"], m["c"], len(m), list(m), "a" in m, "z" in m)
print(m.get("z"), m.get("z", 5), m.get("b"), bool(m), bool(ChainMap()), bool(ChainMap({}, {"x": 1})))
print(list(m.items()), list(m.values()), m.keys(), dict(m), m == {"a": 1, "b": 2, "c": 3}, m != m.copy(), m == 5)
attempt(lambda: m["zz"])
attempt(m.__missing__, "q")
attempt(reversed, m)
attempt(hash, m)
print(list(ChainMap({"b": 1, "a": 2}, {"c": 1, "a": 3, "d": 0})))

# Writing touches the first mapping alone
m["b"] = 9
m["n"] = 1
print(m)
del m["b"]
print(m["b"], m)
attempt(m.__delitem__, "b")
attempt(m.pop, "b")
attempt(m.pop, "b", 7)
attempt(m.pop, "b", None)
attempt(m.pop, "n")
attempt(m.pop)
attempt(m.pop, "a", 1, 2)
attempt(m.pop, "q", default=3)
attempt(m.popitem)
attempt(m.popitem)
m.update({"u": 1})
print(m.setdefault("b", 7), m.setdefault("s", 4), m)
m.clear()
print(m)

# Children and parents
child = m.new_child()
print(child, child.maps[1:] == m.maps, m.new_child({"q": 1}), m.new_child(q=2), m.new_child({"q": 1}, q=3, r=4),
      m.new_child(m={"a": 9}))
print(child.parents == m, child.parents, ChainMap().parents, ChainMap({"a": 1}).parents)
given = {"x": 1}
other = m.new_child(given)
other["y"] = 2
m.new_child(given, z=3)
print(given)
print(ChainMap.fromkeys("ab"), ChainMap.fromkeys("ab", 0), ChainMap.fromkeys({}))
attempt(ChainMap.fromkeys, 3)
print(m.copy(), m.copy().maps[0] is m.maps[0], m.copy().maps[1] is m.maps[1], m.__copy__())

# Operators
print(ChainMap({"a": 1}, {"b": 2}) | {"c": 3}, {"c": 3, "a": 0} | ChainMap({"a": 1}, {"b": 2}),
      ChainMap({"a": 1}) | ChainMap({"a": 2}, {"z": 3}))
x = y = ChainMap({"a": 1}, {"b": 2})
x |= {"b": 5}
x |= [("k", 1)]
print(x, x is y)
for text in ("ChainMap() | 3", "3 | ChainMap()", "ChainMap() | [('a', 1)]"):
    attempt(eval, text)


class Verbose(ChainMap):
    def __missing__(self, key):
        return f"no {key}"


v = Verbose({"a": 1})
print(v, v["q"], v.get("q"), "q" in v, [type(t) for t in (v.new_child(), v.parents, v.copy(), v | {}, {} | v)])
attempt(v.pop, "zz")


class Made(dict):
    def __missing__(self, key):
        return key * 2


print(ChainMap(Made(a=1))["zz"], ChainMap(Made()).get("zz"), "zz" in ChainMap(Made()))
r = ChainMap({})
r["me"] = r
print(r, isinstance(r, MutableMapping), ChainMap[int, str])
m.maps.append({"end": 1})
print(m["end"], len(m))


# Settings as a user would write them
defaults = {"color": "red", "user": "guest", "depth": 1}
environment = {"user": "ada"}
options = {"depth": 3}
settings = ChainMap(options, environment, defaults)
print(*(f"{key}={settings[key]}" for key in ("color", "user", "depth")))
scope = settings.new_child({"color": "blue"})
print(scope["color"], scope.parents["color"], sorted(scope.items()))
