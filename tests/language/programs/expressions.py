"""Expressions of every kind."""
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
# f-strings
w, p, n = 10, 3, 3.14159
print(f"{n:{w}.{p}}|{n:>{w}}|{n!r:^{w+5}}|{'a' 'b'}|{n=}|{n = :.2f}|{ n  =  !s}|{{}}|{w:#{'x'}}|{f'{f"{w}"}'}|{'\n'.join(['a','b'])!r}|{(lambda x: x*2)(3)}|{w if w>5 else p}|{[i for i in range(3)]}|{ {'k': 1}['k'] }|{w:,}|{1e10:,.2f}|{-5:+}|{'é':>4}|{True:d}|{None}|{...}")
print(f"""multi
{w
 + 1}
end""", f'{w!a}', rf"\d{w}\n", f"{'nested "quotes"'}", f"{w:<{p}}{p:>{w}}", f"{b'x'}", f"{3:{'>' + '5'}}")
# chained comparison and boolean
x = 5
print(1 < x < 10, 1 < x > 3 != 4, x == 5 is True, not x, x and 0 or "z", [] or {} or None, 1 if [] else 2, x in [5] is True, (1, 2) < (1, 3) <= (1, 3))
# unpacking everywhere
def f(*args, a=1, **kw): return args, a, kw
print(f(*[1], *(2, 3), **{"a": 4}, **{"b": 5}), [*range(2), *{9}], {**{"a": 1}, "a": 2}, (*"ab",))
for i, (a, *b), c in [(1, (2, 3, 4), 5), (6, "xy", 7)]: print(i, a, b, c)
a = b = c = [0]; a += [1]; print(b is c, c)
i = 0; l = [0, 0, 0]; i, l[i] = 1, 9; print(i, l)
l[0], l[1], l[2] = l[2], l[0], l[1]; print(l)
(a, b), [c, d] = (1, 2), [3, 4]; print(a, b, c, d)
*a, = "xyz"; print(a)
# augmented on attributes, items, slices
class O: pass
o = O(); o.n = 1; o.n += 2; o.d = {"k": [1]}; o.d["k"] += [2]; o.d["k"][0] *= 5; print(o.n, o.d)
s = list(range(10)); s[2:5] = ["a"]; s[::3] = [0] * len(s[::3]); del s[-2:]; print(s); s[5:2] = [7]; print(s)
t(lambda: s.__setitem__(slice(None, None, 2), [1])); 
# scoping
y = "global"
class K:
    y = "class"
    z = [y for _ in range(2)]
    w = (lambda: y)()
    def m(self): return y
    u = [q + y for q in y[:2]]
print(K.z, K.w, K().m(), K.u)
def outer():
    y = "outer"
    class In:
        nonlocal y
        y = "changed"
        v = y
    return y, In.v
print(outer())
def g():
    yield (yield 1)
    r = yield from [2, 3]
    return r
gen = g(); print(next(gen), gen.send("s"), list(gen))
def gg():
    try:
        v = yield 1
    except ValueError as e:
        v = yield f"caught {e}"
    yield v
gen = gg(); next(gen); print(gen.throw(ValueError("x")), gen.send(7)); t(gen.throw, KeyError("k")); t(next, gen)
# global/nonlocal/del
def dels():
    v = 1
    del v
    try: v
    except UnboundLocalError as e: return str(e)
print(dels())
# lambda, default mutable
def acc(x, l=[]): l.append(x); return l
print(acc(1), acc(2), acc.__defaults__, (lambda *a, k=2, **kw: (a, k, kw))(1, k=3, z=4))
# string methods
print("Hello World".swapcase(), "a-b_c d".title(), "x=1;y=2".split(";", 1), "abc".partition("b"), "aXbX".rsplit("X", 1), "  x ".lstrip(), "xxabxx".strip("x"), "prefix_a".removeprefix("prefix_"), "a.py".removesuffix(".py"), "abc".center(9, "*"), "12".isdigit(), "a1".isalnum(), "Ab".istitle(), "\t".isspace(), "ab\ncd\r\nef".splitlines(), "ab\ncd".splitlines(True), "hello".replace("l", "L", 1), "a,b".join(["1", "2"]), "%s %5.1f %-5d| %05d %c %%" % ("s", 2.55, 3, 42, "c"), "{0} {1} {0} {x[0]} {y.real}".format(1, 2, x=[3], y=4), "{:{}}".format("a", 5), "{!r:>6}".format("a"), "z" > "a", "abc".find("d"), "banana".count("an"), "banana".rfind("an"), "ab".encode().hex(), bytes.fromhex("6162"), "😀".encode("utf-16-le"), len("😀"), "e\u0301", "İ".lower(), "straße".casefold(), "ǆ".title())
print(int("  12_3 "), int("-7", 8), int("0x1f", 16), int(True), int(3.99), int(-3.99), float("nan") != float("nan"), float("-inf"), float(" 1.5e3 "), round(0.5), round(1.5), round(-2.5), round(1234.5678, -2), round(5, -1), 7 // -2, -7 % 3, 2 ** -1, 0 ** 0, 1e308 * 10, -1e308 * 10, 5 / 2, 4 / 2, 10 ** 20, 1 << 70, ~5, 5 & 3, 5 | 3, 5 ^ 3, bin(10), oct(8), hex(255), divmod(7, -2), abs(-3.5), pow(2, 10, 1000), complex(1, 2) * 2, 0.1 + 0.2 == 0.3, 1 == 1.0 == True, hash(2 ** 61 - 1), sum([0.1] * 10), (0.1).as_integer_ratio(), (2.5).is_integer(), (255).bit_length(), float.hex(1.5), 1_0.5_0, 0b1_01, 1e-5, 1e16, 123456789012345678, 1.0, -0.0, 100000000000000000000.0)
# dict order, views, comprehension, merge
d = {"b": 1, "a": 2}; d["c"] = 3; del d["b"]; d["b"] = 4
print(d, list(d.values()), d.keys() & {"a"}, sorted(d.items() ^ {("a", 2)}), dict(a=1) | {"b": 2}, {v: k for k, v in d.items()}, sorted(d, key=d.get), max(d, key=d.get), d == {"a": 2, "c": 3, "b": 4}, "a" in d, d.get("z"), d.pop("z", None), list(d.items())[0], len(d), bool({}), d.copy() is d, {1: "a", 1.0: "b", True: "c"})
for k in list(d): d.pop(k) if k != "a" else None
print(d, d.update(x=1, y=2), d, d.update([("q", 1)]), d, dict.fromkeys(range(3)), {**d}, d.clear(), d)
# sets
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, set("hello") == set("olleh"), frozenset([1]) | {2}, {1, 2}.issubset([1, 2, 3]), {x % 3 for x in range(10)}, len({(1,), (1,)}), {1, 2, 3}.pop() in {1, 2, 3}, set() or "empty", {1} == frozenset({1}), sorted({3, 1, 2}))
# slices
z = "abcdefg"; print(z[2:5], z[-3:], z[:-3], z[::2], z[::-1], z[5:1:-2], z[10:], z[-100:2], z[1:100], z[slice(1, 4)], z[:], list(z)[1:3])
import sys
