# Finalisers run right after the statement's step that dropped the last reference.
log = []
class N:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
def f():
    x = N("local")
    return len(log)
print(f(), log)
x = N("a"); x = None; print(log[-1])
def g():
    y = N("g"); y = 5; a = log[-1]
    z = N("h"); z = N("i"); b = log[-1]
    d = {1: N("d")}; d[1] = 0; c = log[-1]
    l = [N("l")]; l[0] = 0; e = log[-1]; l = [N("m")]; l.clear(); h = log[-1]; l = [N("o")]; l.pop(); i = log[-1]
    o = N("attr"); p = N("p"); p.o = o; del o; p.o = 1; k = log[-1]
    del p; m = log[-1]
    [N("q"), N("r")]; n = log[-2:]
    t = (N("t"), 1)[1]; q = log[-1]
    for w in [N("w1"), N("w2")]: pass
    r = log[-1]; del w; s = log[-1]
    return a, b, c, e, h, i, k, m, n, q, r, s
print(g())
class L:
    def __init__(self, nxt): self.nxt = nxt
    def __del__(self): log.append("L")
del log[:]
head = None
for i in range(5000): head = L(head)
head = None
print(len(log))
class R:
    keep = []
    def __del__(self): R.keep.append(self)
R(); print(len(R.keep)); R.keep.clear(); print(len(R.keep))
def gen():
    try: yield 1
    finally: log.append("closed")
it = gen(); next(it); it = None; print(log[-1])
def h():
    for v in gen(): break
    return log[-1]
del log[:]; log.append(0)
print(h(), log)
def err():
    n = N("in err")
    raise ValueError
try: err()
except ValueError: pass
print(log[-1])
def w():
    with_ = N("with")
    return (lambda: log[-1])()
print(w(), log[-1])
print([N("c1").n for _ in range(2)], log[-2:])
print(N("t1").n + N("t2").n, log[-2:])
print(f"{N('f1').n} {log[-1]}")
a = N("g1"); b = a; del a; print(log[-1]); b = log[-1]; print(b, log[-1])
class C:
    x = N("class attr")
    x = 3
    y = log[-1]
print(C.y)
s = {N("s1")}; s.clear(); print(log[-1])
import gc
c = N("cyc"); c.me = c; del c; gc.collect(); print(log[-1])
