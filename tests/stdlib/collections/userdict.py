# UserDict: a mapping over `data`; which methods a subclass sees called, copies, operators.
from collections import UserDict
from collections.abc import MutableMapping


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(UserDict)
attempt(UserDict, {"a": 1})
attempt(UserDict, [("a", 1)])
attempt(UserDict, {"a": 1}, b=2)
attempt(UserDict, dict=3)
attempt(UserDict, {"x": 1}, dict=3, self=4)
attempt(UserDict, None)
attempt(UserDict, UserDict(a=1))
attempt(UserDict, 1)
attempt(UserDict, 1, 2)

d = UserDict(a=1, b=2)
print(d.data, d["a"], len(d), list(d), "a" in d, d.get("z"), d.get("z", 1), d.get("a"), bool(d), bool(UserDict()))
print(d == UserDict(a=1, b=2), d == {"a": 1, "b": 2}, d != {}, list(d.keys()), list(d.values()), list(d.items()))
attempt(lambda: d["zz"])
attempt(d.__delitem__, "zz")
attempt(d.pop, "zz")
attempt(d.pop, "zz", 1)
attempt(d.pop, "a")
attempt(d.popitem)
attempt(d.popitem)
d.update(q=1)
print(d.setdefault("w", 2), d.setdefault("q", 9), d)
d.clear()
print(d)
attempt(reversed, d)
attempt(hash, d)

print(UserDict(a=1) | {"b": 2}, UserDict(a=1) | UserDict(b=2), {"b": 2} | UserDict(a=1), type({} | UserDict()))
for text in ("UserDict() | [1]", "[1] | UserDict()", "UserDict() | 3"):
    attempt(eval, text)
x = y = UserDict(a=1)
x |= {"z": 1}
x |= [("k", 2)]
x |= UserDict(r=1)
print(x, x is y)


class Missing(UserDict):
    def __missing__(self, key):
        return f"no {key}"


s = Missing(a=1)
s.attr = [1]
print(s["zz"], s.get("zz"), s.get("zz", 3), "zz" in s, type(s | {}))
c = s.copy()
print(c, type(c), c.__dict__, c.attr is s.attr, s.__copy__().__dict__)
c["n"] = 1
print(s, c, Missing.fromkeys("ab"), type(s.fromkeys("ab")), UserDict.fromkeys("ab", 5))


class Loud(UserDict):
    def __setitem__(self, key, value):
        print("  set", key, value)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("  get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("  in", key)
        return super().__contains__(key)

    def __delitem__(self, key):
        print("  del", key)
        super().__delitem__(key)


print("init")
v = Loud({"a": 1}, b=2)
for text in ("v.update(c=3)", "v.get('a')", "v.get('zz')", "v.setdefault('e', 1)", "v.__ior__({'k': 1})", "v.pop('a')",
             "v.pop('a', 0)",
             "v.popitem()", "v.copy()", "'e' in v", "v == {}", "repr(v)"):
    print(text)
    print(" ", eval(text))

r = UserDict()
r["me"] = r
print(r.data["me"] is r, isinstance(r, MutableMapping), isinstance(r, dict), UserDict[int, str],
      repr(UserDict(a=UserDict())))


# Keys that are the same in any case
class Headers(UserDict):
    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __contains__(self, key):
        return key.lower() in self.data

    def __delitem__(self, key):
        del self.data[key.lower()]


h = Headers({"Content-Type": "text/html"}, Host="here")
h.update({"HOST": "there"})
print(h, h["content-TYPE"], "hOsT" in h, h.get("X"), h.pop("host"), h.setdefault("Age", "0"), h)
