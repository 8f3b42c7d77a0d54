# Slices read, assigned and deleted; joined and repeated sequences; what is taken from the front.
# collections: as usual
def changed(f, n=10):
    l = list(range(n))
    try:
        f(l)
    except Exception as e:
        return type(e).__name__, str(e)
    return l
def part(s, v):
    def f(l): l[s] = v
    return f
def gone(s):
    def f(l): del l[s]
    return f
bounds = (None, 0, 1, 3, 9, 10, 12, -1, -3, -10, -12)
steps = (None, 1, 2, 3, -1, -2, -7, 100, -100)
l, t = list(range(10)), tuple(range(10))
total = []
for a in bounds:
    for b in bounds:
        for c in steps:
            s = slice(a, b, c)
            r = l[s]
            assert tuple(r) == t[s] == tuple(range(10)[s]) and bytes(r) == bytes(l)[s] == bytes(bytearray(l)[s]), s
            total.append((r, repr(range(10)[s]), repr(range(3, 43, 4)[s]), repr(range(40, 0, -4)[s])))
            total.append(changed(gone(s)))
            ba = bytearray(l); del ba[s]; total.append(bytes(ba))
            for v in ((), (7,), [1, 2, 3], "abcd", range(20)):
                total.append(changed(part(s, v)))
print(len(total))
for n in range(0, len(total), 97):
    print(total[n])
import_free_sum = 0
for x in repr(total):
    import_free_sum = (import_free_sum * 31 + ord(x)) % 1000000007
print(import_free_sum)
print(range(10)[::10**30], range(10)[-10**30:10**30], range(10**30)[5:10**29:7], range(2**62, -2**62, -2**61)[::3], range(0, 10**18, 10**17)[::10**3])
l = [1, 2, 3]; l[1:2] = l; print(l)
l = [1, 2, 3]; l[:] = l[::-1]; print(l); l[::2] = [9, 8]; print(l); l += l; print(l); l *= 2; print(l); l.extend(l[:2]); print(l)
l = [1]; m = l; l *= 3; l += (5,); l += "ab"; print(l, m is l, l * 0, 0 * l, -1 * l, [[]] * 2, [1, 2] * 2, 2 * [1, 2])
t = (1,); u = t; t += (2,); print(t, u, () + t is t, t + () is t, t * 2, 2 * t, t * 1 is t, () * 5)
for f in (lambda: [1] + (1,), lambda: (1,) + [1], lambda: [1] * 1.5, lambda: [1] * "a", lambda: [1] * (2**62), lambda: (1, 2) * (2**62), lambda: [1] + 1, lambda: "a" + [1]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class L(list):
    def __radd__(self, other): return "radd"
    def __rmul__(self, other): return "rmul"
print([1] + L([2]), 2 * L([1]), L([1]) * 2, L([1]) + [2])
# From the front.
q = list(range(50)); out = []
while q:
    out.append(q.pop(0))
    if len(out) % 3 == 0 and len(out) < 60: q.append(len(out)); q.insert(0, -1)
    if len(out) % 7 == 0 and q: del q[0]
    if len(out) % 11 == 0: del q[:2]
print(out, q)
b = bytearray(range(60)); out = []
while b:
    out.append(b.pop(0))
    if len(out) % 3 == 0 and len(out) < 60: b.append(len(out)); b.insert(0, 255)
    if len(out) % 7 == 0 and b: del b[0]
    if len(out) % 5 == 0: del b[:2]
    if len(out) % 4 == 0: b += b"xy"; b[1:2] = b"123"
    if len(out) % 13 == 0: b.remove(b[0]); b.reverse()
    if len(out) > 200: break
print(out, b, len(b))
print([1, 2.0, "a", None, (1, 2), [3]].index([3]), [1, True, 1.0].count(1), (1, "x", None).index(None), 2 in [1, "a", 2.0], "b" in ("a", 1, "b"), [] in [1, ()])
for f in (lambda: [1, 2, 1].index(1, 1), lambda: [1, 2, 1].index(1, 5), lambda: [1, 2].index(2, 0, 1), lambda: [1, 2, 3].index(3, -1), lambda: (1, 2).index(3)):
    try:
        print(f())
    except ValueError as e:
        print(e)
