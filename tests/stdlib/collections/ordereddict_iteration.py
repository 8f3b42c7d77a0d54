# OrderedDict: what changes do to running iterators, and which methods a subclass sees called.
from collections import OrderedDict

kinds = {
    "keys": iter,
    "backwards": reversed,
    "items": lambda o: iter(o.items()),
    "values": lambda o: iter(o.values()),
    "items backwards": lambda o: reversed(o.items()),
}
changes = """o["new"] = 1
o["a"] = 9
del o["c"]
o.move_to_end("a")
o.move_to_end("d")
o.move_to_end("a", last=False)
o.move_to_end("d", last=False)
o.pop("c")
o.pop("zz", None)
o.popitem()
o.popitem(last=False)
o.clear()
o.update(z=1)
o.update(a=2)
o.setdefault("zz")
o.setdefault("a")
o |= {}
o.copy()""".splitlines()

for change in changes:
    for kind, start in kinds.items():
        o = OrderedDict(zip("abcd", range(4)))
        iterator = start(o)
        next(iterator)
        exec(change)
        seen = []
        for _ in range(2):
            try:
                seen.append(next(iterator))
            except (RuntimeError, StopIteration) as error:
                seen.append(f"{type(error).__name__} {error}")
        print(f"{change:32} {kind:16}", *seen)

# After the last entry there is nothing to go wrong
o = OrderedDict(a=1)
for key in o:
    o["b"] = 2
print(o)
try:
    for key in o:
        o.move_to_end(key)
except RuntimeError as error:
    print(error)
it = iter(o)
print(iter(it) is it, list(it), list(it))


class Log(OrderedDict):
    def __setitem__(self, key, value):
        print("  set", key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("  del", key)
        super().__delitem__(key)

    def __getitem__(self, key):
        print("  get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("  contains", key)
        return super().__contains__(key)

    def update(self, *args, **kwds):
        print("  update", args, kwds)
        return super().update(*args, **kwds)


def step(name, action):
    print(name)
    print(" ", action())


step("init", lambda: globals().update(l=Log({"a": 1}, b=2)))
step("update", lambda: l.update({"c": 3}))
step("update by pairs", lambda: l.update([("d", 1)]))
step("pop", lambda: (l.pop("a"), l.pop("zz", 4)))
step("popitem", lambda: (l.popitem(), l.popitem(last=False)))
step("setdefault", lambda: (l.setdefault("q", 1), l.setdefault("q", 2)))
step("copy", lambda: type(l.copy()))
step("equal", lambda: l == l)
step("or", lambda: len(l | {"k": 1}))
step("or in place", lambda: l.__ior__({"k": 1}) is l)
step("ror", lambda: len({"k": 1} | l))
step("fromkeys", lambda: list(Log.fromkeys("ab", 1)))
step("move", lambda: l.move_to_end("q"))
step("clear", lambda: l.clear())


class NoInit(OrderedDict):
    def __init__(self):
        pass


x = NoInit()
x["b"] = 1
x.update(a=2)
x.move_to_end("b")
print(x)
