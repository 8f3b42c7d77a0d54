# Keys whose hash and equality are scripts' methods: asked only where hashes are equal, stored key first, and the table may change meanwhile.

class Key:
    log = []

    def __init__(self, name, hash_):
        self.name, self.hash = name, hash_

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        Key.log.append(f"{self.name}=={getattr(other, 'name', other)}")
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name

def logged(value=None):
    log, Key.log = Key.log, []
    print(value, *log)

for size in (4, 50, 1000):
    d = {Key(str(n), n): n for n in range(size)}
    logged(len(d))
    logged(d.get(Key("3", 3)))
    logged(d.get(Key("none", 3)))
    logged(d.get(Key("3", size + 1)))
    logged(d.get(3))
    same = list(d)[2]
    logged(d[same])
    d[Key("2", 2)] = "new"
    logged(list(d.values())[2])
    logged(d.pop(Key("1", 1)))
    logged(d.setdefault(Key("1", 1), "again"))
    s = set(d)
    logged(len(s))
    logged(Key("3", 3) in s)
    logged(Key("4", 3) in s)
    s.discard(Key("3", 3))
    logged(len(s))
    f = frozenset(s)
    logged(Key("2", 2) in f)
    logged((Key("2", 2), 1) in {(k, 1): 0 for k in d})

# Colliding keys are asked in the order of the search until one is equal.
d = {Key(str(n), 7): n for n in range(5)}
logged(list(d))
logged(d[Key("3", 7)])
del d[Key("1", 7)]
logged(list(d))
logged(d.get(Key("1", 7)))
logged(len({Key("a", 1), Key("b", 1), Key("a", 1)}))

# A tuple that holds such keys, and a subclass of tuple without methods of its own.
class Pair(tuple):
    pass

d = {Pair((n, str(n))): n for n in range(200)}
print(d[7, "7"], d[Pair((8, "8"))], d.get((9, "8")), Pair((1, "1")) in d, hash(Pair((1, 2))) == hash((1, 2)))
t = {(1, 2): "tuple"}
print(t[Pair((1, 2))], len({(1, 2), Pair((1, 2)), (1, 3)}))
class Text(str):
    pass
class Number(int):
    pass
class Real(float):
    pass
print({"a": 1}[Text("a")], {Text("a"): 2}["a"], {Number(3): 4}[3.0], {Real(3.0): 5}[3], {True: 6}[Number(1)])
print(Text("a") in ["a"], Number(2) in (1, 2), [Real(1.5)].index(1.5), [Text("x"), "x", Number(3)].count("x"))
print(Text("3") == Number(3), Number(3) in ["3"], Pair((1,)) in [[1], (1,)])

# By identity.
class Plain:
    pass
a, b = Plain(), Plain()
d = {a: "a", b: "b", Plain: "class", len: "native", print: 1, logged: "function", None: "none", ...: "ellipsis"}
print(d[a], d[b], d.get(Plain()), d[Plain], d[len], d[logged], d[None], d[...])
print(a in [b, Plain(), 1, "x", None, a], b in (a, 1, (b,)), [a, b].index(b), (a, 1) in {(a, 1): 0}, (b, 1) in {(a, 1): 0})
e = ValueError("x")
print(e in [ValueError("x"), e], {e: 1}.get(e), ValueError("x") in {e})

# A class may change its mind.
class Changing:
    def __init__(self, n):
        self.n = n
one, two = Changing(1), Changing(1)
print(one in [two], len({one, two}))
Changing.__eq__ = lambda self, other: self.n == other.n
Changing.__hash__ = lambda self: hash(self.n)
print(one in [two], len({one, two}))
class Base:
    pass
class Derived(Base):
    pass
x, y = Derived(), Derived()
print(x in [y])
Base.__eq__ = lambda self, other: True
print(x in [y])
try:
    hash(x)
    print("hashed", Derived.__hash__ is object.__hash__)
except TypeError as error:
    print(error)
class NoHash(tuple):
    __hash__ = None
try:
    {NoHash((1,)): 1}
except TypeError as error:
    print(error)
class OwnEq(tuple):
    def __eq__(self, other):
        return "eq"
    __hash__ = tuple.__hash__
print({OwnEq((1,)): 1}.get((1,)), OwnEq((1,)) in [(2,)])

# The table changes while a key is compared.
class Clearing(Key):
    def __eq__(self, other):
        global target
        what, target = target, None
        if what is not None:
            act(what)
        return super().__eq__(other)
    __hash__ = Key.__hash__

def run(name, action, table):
    global target, act
    act, target = action, table
    try:
        print(name, Clearing("k", 5) in table, len(table))
    except Exception as error:
        print(name, type(error).__name__, error)
    Key.log = []
for size in (3, 30):
    def fresh(): return {Clearing(str(n), 5 if n == 1 else n * 16): n for n in range(size)}
    run("clear", lambda d: d.clear(), fresh())
    def refill(d):
        for n in range(100): d[n] = n
        for n in range(100): del d[n]
    run("refill", refill, fresh())
    def put(d):
        d[Key("k", 5)] = 1
    run("put", put, fresh())
    run("set clear", lambda s: s.clear(), set(fresh()))
    run("set grow", lambda s: s.update(range(200)), set(fresh()))
class Raising:
    def __hash__(self): return 1
    def __eq__(self, other): raise ZeroDivisionError("eq")
d = {Raising(): 1}
for f in (lambda: d[1], lambda: d.pop(1), lambda: d.setdefault(1, 2), lambda: 1 in d, lambda: {*d, 1}, lambda: d | {1: 2}, lambda: 1 in [*d]):
    try:
        print(f())
    except ZeroDivisionError as error:
        print(error)

# NaN is found by identity only.
nan = float("nan")
d = {nan: 1}
print(d.get(nan), nan in [nan], (nan,) in {(nan,)}, nan == nan)
