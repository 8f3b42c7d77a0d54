# Methods and operators of text, bytes and ints on operands made by chance; a checksum of all results every ten rounds.
seed = 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return (seed >> 33) % n
ALPH = ["a", "b", "A", " ", "\n", "\t", "é", "ß", "Σ", "σ", "ж", "中", "😀", "1", "-", "x", "\r", ",", "ǆ", "İ", "\u2028"]
def text(n, ascii=False):
    k = len(ALPH)
    out = []
    for _ in range(n):
        c = ALPH[rnd(k)]
        out.append(c if not ascii or c.isascii() else "ab, "[rnd(4)])
    return "".join(out)
SUM = 0
def line(text):
    global SUM
    SUM = (SUM * 1000003 + int.from_bytes(text.encode(), "little")) % (2 ** 127 - 1)
def show(*a):
    try:
        line(repr(a))
    except Exception as e:
        line(f"{type(e).__name__} {e}")
for round in range(150):
    n = (0, 1, 2, 5, 17, 33, 70, 200)[rnd(8)]
    asc = rnd(3) == 0
    s = text(n, asc); t = text(rnd(3) + 1, asc); u = text(rnd(4), asc)
    i, j = rnd(2 * n + 3) - n - 1, rnd(2 * n + 3) - n - 1
    st = rnd(7) - 3 or 1
    show(s[i:j], s[i:], s[:j], s[i:j:st], s[::-1], len(s))
    if n: show(s[i % n], s[-(i % n) - 1])
    show(s.find(t), s.find(t, i), s.find(t, i, j), s.rfind(t, i, j), s.count(t), s.count(t, i, j), s.startswith(t, i), s.endswith(t, i, j), t in s, s.count("", i, j))
    show(s.split(), s.split(t), s.split(t, 2), s.rsplit(None, 1), s.rsplit(t, 2), s.splitlines(), s.splitlines(True), s.partition(t), s.rpartition(t))
    show(s.replace(t, u), s.replace(t, u, 2), s.replace("a", "xyz"), s.replace("a", "b"), s.replace("", "-", 3), s.replace("a", ""))
    show(s.strip(), s.lstrip(t), s.rstrip(t), s.strip(" \na"), s.removeprefix(t), s.removesuffix(t))
    show(s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    show([f() for f in (s.isalpha, s.isdigit, s.isalnum, s.isspace, s.islower, s.isupper, s.isascii, s.isidentifier, s.isprintable, s.istitle)])
    show(s.center(n + 5), s.ljust(n + 3, "é"), s.rjust(n + 70, "*"), s.zfill(n + 4), s.expandtabs(), s.expandtabs(3), s.expandtabs(0))
    show(s.encode(), s.encode("utf-16"), s.encode("utf-16-be"), s.encode("latin-1", "replace"), s.encode("ascii", "backslashreplace"))
    b = s.encode()
    show(b.decode(), b.decode("latin-1"), b.decode("ascii", "replace"), s.encode("utf-16").decode("utf-16"))
    show(s.translate({97: "xx", 98: None, 65: 233, 32: "_", 233: "e"}), s.translate(str.maketrans("ab", "ba")))
    show(t.join([s, u, s]), u.join(s), "".join([s, t]), s + t, s * 3, list(s), sorted(set(s)))
    show(hash(s + t) == hash("".join([s, t])), s + t == t + s, s < t, s == "".join(list(s)), {s + t: 1}[s + t])
    acc = ""
    for c in s: acc += c
    acc2 = ""
    for c in s: acc2 = acc2 + c
    class O: pass
    o = O(); o.x = ""
    keep = []
    for c in s * 3:
        o.x += c + t
        if rnd(9) == 0: keep.append(o.x)
    show(acc == s == acc2, len(o.x), o.x[-3:], [len(k) for k in keep], keep and keep[0], keep and keep[-1] == o.x[:len(keep[-1])])
    bt, bu = t.encode(), u.encode()
    show(b[i:j], b[i:j:st], b[::-1], b.find(bt, i, j), b.rfind(bt), b.count(bt), b.split(), b.split(bt), b.rsplit(bt, 1), b.splitlines(), b.partition(bt), b.rpartition(bt))
    show(b.replace(bt, bu), b.replace(b"a", b"b"), b.replace(b"a", b"", 1), b.strip(), b.strip(b"a "), b.lower(), b.upper(), b.title(), b.hex(), bytes.fromhex(b.hex()), b.translate(bytes(range(255, -1, -1))), b.translate(None, b"ab"))
    show(bt.join([b, bu, b]), b + bt, b * 2, list(b), hash(b) == hash(bytes(bytearray(b))), b.removeprefix(bt), b.removesuffix(bt), bytes(list(b)) == b, b.isalpha(), b.islower(), b.istitle())
    a = bytearray(b)
    show(a[i:j], a[i:j:st], a.find(bt), a + bt, a.split(bt), a.replace(bt, bu), a.strip(), a.partition(bt), a.upper(), type(a[i:j]).__name__)
    if n: a[i % len(a)] = 65; show(a, a[i % len(a)], a[-1])
    show(b.center(n + 9), b.zfill(n + 5), b.ljust(n + 4, b"*"), b.expandtabs(4))
    x, y, m = rnd(10 ** 6) - 500000, rnd(2000), rnd(10 ** 5) + 1
    big = x * 10 ** 30 + y
    for e in (y, -y):
        try: show(pow(x, e, m), pow(x, e, -m))
        except ValueError as err: show(str(err))
    k = [7, -7, 2 ** 62, -2 ** 63, 3, 1, -1, x or 5][rnd(8)]
    show(big + k, k + big, big - k, k - big, big * k, big // k, big % k, divmod(big, k), big & abs(k), abs(k) & big, big | k, big ^ k, big >> 5, big << 3, -big // k, -big % k, k // big, k % big, big == k, big < k, hash(big))
    show(x.to_bytes(9, "big", signed=True), int.from_bytes(b[:8], "little"), int.from_bytes(b[:8], "big", signed=True), int.from_bytes(b[:9], "big"), hex(x), oct(x), bin(x), hex(big))
    try: show(y.to_bytes(1, "little"))
    except OverflowError as err: show(str(err))
    if round % 10 == 9: print(round, SUM)
import math
print(math.gcd(12, -18), math.gcd(), math.gcd(-2 ** 63, 0), math.gcd(2**70, 12), math.gcd(6, 2**70, 4), math.isqrt(10**18), math.isqrt(10**40), chr(65), chr(233), ord("é"), ord("a"), ord(b"a"))
