import a, b.c as d
from . import x
from ...p.q import (y as z, w,)
from m import *
a = b = c, d = 1, 2
(a), [b, *c] = x
a.b[1] += 2; x //= 3; y **= 4; z @= 5
x: int
(y): int = 1
o.a: str
*a, b = c
del x, y[0], (a, b)
assert x, "no"
raise
raise E from None
global g1, g2
return_ = 1
if a: pass
elif b:
    pass
elif c: pass
else:
    pass
while x: break
else: continue_ = 1
for i, *j in *a, b: continue
else:
    pass
async def f():
    nonlocal g1
    async for x in y: pass
    async with a as b, c: pass
    return *a, b
    yield
    x = yield from y
    z = yield a, *b
with a, b as c, (d) as (e, f): pass
with (a, b as c,): pass
with (a, b): pass
with (a): pass
with (a, b) as c, d: pass
with (x := 1): pass
with (): pass
try: pass
except: pass
try: pass
except A: pass
except (B, C) as e: pass
except D, E: pass
else: pass
finally: pass
try:
    pass
except* A as e:
    pass
try: pass
finally: pass
