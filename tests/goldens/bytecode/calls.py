import os.path as p, sys
from a.b import c as d, e


def f(a, b=1, *args, k, m=2, **kw):
    f(a, *args, k, **kw, q=1)
    a.m(b)
    a.m(b, f(a), k=1)
    a.x.y.m()
    print(f"{a!r:>{b}} and {b}", sep="")
    a[1] = a[b:2] = a.x
    a[1] += 2
    a.x -= b
    del a.x, a[0], b
    return lambda x, y=a: x + y + m


@f
@d.e(1)
def g():
    global z
    z = 1
    x = [i for i in z if i]
    y = {k: v for k, v in x for _ in y}
    h = (i async for i in x if await i)
    return max(i * 2 for i in x)
