# Garbage is collected on the way; deep structures are freed without recursion.
# collections: as usual
import gc


class Box:
    pass


def churn(count):
    for _ in range(count):
        a, b = Box(), Box()
        a.b, b.a = b, a


churn(200_000)
gc.collect()
print("churned")
deep = []
for _ in range(1_000_000):
    deep = [deep]
deep = None
print("a million lists freed")
link = None
for n in range(300_000):
    box = Box()
    box.next = link
    link = box
link = box = None
print("a long chain of objects freed")
t = ()
for _ in range(300_000):
    t = (t,)
del t
d = {}
for _ in range(300_000):
    d = {"d": d}
del d
print("tuples and dicts freed")
def nest():
    f = None
    for _ in range(100_000):
        def g(f=f): return f
        f = g
    return f
nest()
print("functions freed")
gens = None
def gen(inner): yield inner
for _ in range(50_000):
    g = gen(gens)
    next(g)
    gens = g
del gens, g
print("generators freed")
