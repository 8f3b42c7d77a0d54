class Plain(tuple): pass
class Own(tuple):
    def __getitem__(self, i): return "own"
    def __iter__(self): return iter("abc")
    def __len__(self): return 42
    def __contains__(self, x): return True
class Items(dict):
    def __missing__(self, key): return f"no {key}"
class Fancy(list):
    __getitem__ = lambda self, i: list.__getitem__(self, i) * 2
class Text(str):
    def __iter__(self): return iter(["x"])
class Odd(list):
    __len__ = dict.__len__
class Wrong(list):
    __getitem__ = 3
p, o, d, f, t = Plain((1, 2, 3)), Own((1, 2, 3)), Items(a=1), Fancy([1, 2]), Text("hey")
print(p[0], p[-1], p[1:], len(p), list(p), [*p])
a, b, c = p; print(a, b, c)
a, b, c = o; print(a, b, c)
print(o[0], len(o), [x for x in o], 9 in o, tuple.__getitem__(o, 0))
print(d["a"], d["b"], len(d), [k for k in d], "b" in d)
print(f[0], f[1], len(f), [x for x in f])
a, b = f; print(a, b)
print(t[0], t[-1], [c for c in t], len(t))
(x,) = t; print(x)
for call in (lambda: len(Odd()), lambda: Wrong([1])[0], lambda: p[9], lambda: p["a"], lambda: d[[]]):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
Plain.__getitem__ = lambda self, i: ("late", i)
print(p[0]); del Plain.__getitem__; print(p[0])
Plain.__iter__ = lambda self: iter("zyx")
a, b, c = p; print(a, b, c, [x for x in p]); del Plain.__iter__; print([x for x in p])
print([x for x in bytearray(b"abc")], sum(bytearray(b"\x01\x02")))
data = bytearray(b"ab")
seen = []
for x in data:
    seen.append(x)
    if len(data) < 5: data.append(x + 1)
print(seen)
