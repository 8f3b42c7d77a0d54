# Frames of generators, coroutines and running functions: lines and local variables.
import sys
def gen(a, *b, c=3):
    x = 1
    y = yield a
    def inner(): return x
    z = [i for i in range(2)]
    yield inner()
g = gen(5, 6)
f = g.gi_frame
print(f is not None, f.f_lineno, f.f_code.co_name, f.f_locals, f.f_globals is globals(), f.f_back)
next(g); print(g.gi_frame.f_lineno, sorted(g.gi_frame.f_locals))
g.send("s"); print(sorted(g.gi_frame.f_locals.items(), key=lambda p: p[0])[:3], g.gi_frame.f_lineno)
g.close(); print(g.gi_frame)
async def co(q):
    w = 2
    return q
c = co(1); print(c.cr_frame.f_locals, c.cr_frame.f_code.co_name); c.close(); print(c.cr_frame)
def outer(p):
    def inner(k): return sys._getframe().f_locals, sys._getframe(1).f_locals["p"], sys._getframe().f_back.f_code.co_name
    return inner(p + 1)
print(outer(1), sys._getframe().f_locals is globals(), sys._getframe().f_code.co_name)
