def fk(**kw): return kw
def fak(*args, **kw): return args, kw
def fab(a, b, **kw): return a, b, kw
def fabr(a, b=5, *args, **kw): return a, b, args, kw
class C:
    def __init__(self, **kw): self.kw = kw
    def m(self, a, **kw): return a, kw
    def __call__(self, *a, **kw): return a, kw
    @classmethod
    def k(cls, **kw): return cls.__name__, kw
def show(f):
    for _ in range(3):
        try: r = f()
        except TypeError as e: r = e
    print(r)
c = C(x=1, y=2)
bound = c.m
for f in (lambda: fk(a=1, b=2), lambda: fk(), lambda: fak(1, 2, x=3), lambda: fak(x=3, y=4, z=5), lambda: fab(1, 2, c=3), lambda: fab(1, b=2, c=3),
          lambda: fab(1, c=3), lambda: fab(1, 2, a=3), lambda: fab(1, 2, 3, c=4), lambda: fabr(1, 2, 3, 4, q=5), lambda: fabr(1, q=5), lambda: fabr(1, 2, a=3),
          lambda: C(x=1, y=2).kw, lambda: c.m(1, x=2), lambda: bound(1, z=2), lambda: c(1, 2, k=3), lambda: c(k=3), lambda: C.k(z=1), lambda: c.m(x=2), lambda: fk(self=1)):
    show(f)
d = fk(b=1, a=2); d["c"] = 3; print(d, list(fk(z=1, y=2)))
