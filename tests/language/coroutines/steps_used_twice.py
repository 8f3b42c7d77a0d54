import asyncio
def t(f):
    try: print("->", f())
    except BaseException as e: print(type(e).__name__, e)
async def ag():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("VE", e); yield 3
def run(c):
    try: c.send(None)
    except StopIteration as e: return ("stop", e.value)
    return "yielded"
a = ag()
s = a.asend(None)
t(lambda: run(s)); t(lambda: run(s)); t(lambda: s.send(None)); t(lambda: s.throw(ValueError)); t(lambda: s.close())
w = a.athrow(ValueError("v"))
t(lambda: run(w)); t(lambda: run(w)); t(lambda: w.throw(KeyError)); t(lambda: w.close())
c = a.aclose()
t(lambda: run(c)); t(lambda: run(c)); t(lambda: c.send(None))
n = ag().__anext__(); t(lambda: n.close()); t(lambda: run(n))
n = ag().__anext__(); t(lambda: n.throw(KeyError("k"))); t(lambda: run(n))
n = ag().athrow(KeyError("z")); t(lambda: run(n)); t(lambda: run(n))
n = ag().athrow(KeyError("z")); n.close(); t(lambda: run(n))
n = ag().asend(5); t(lambda: n.send(None))
n = ag().asend(5); t(lambda: n.send(7))
t(lambda: anext(5)); t(lambda: anext([])); t(lambda: next(5)); t(lambda: aiter(5)); t(lambda: iter(5))
class NoAwait:
    def __anext__(self): return 5
async def m1():
    await anext(NoAwait())
t(lambda: asyncio.run(m1()))
async def m2():
    await anext(NoAwait(), 3)
t(lambda: asyncio.run(m2()))
async def m3():
    async for x in NoAwait(): pass
t(lambda: asyncio.run(m3()))
class AI:
    def __aiter__(self): return 7
async def m4():
    async for x in AI(): pass
t(lambda: asyncio.run(m4()))
class AI2:
    def __aiter__(self): return NoAwait()
async def m5():
    async for x in AI2(): pass
t(lambda: asyncio.run(m5()))
t(lambda: aiter(AI()))
async def m6():
    a = ag(); x = a.asend(None)
    print(await x)
    try: await x
    except RuntimeError as e: print(e)
    d = a.__anext__()
    print(await d)
    try: print(await d)
    except BaseException as e: print(type(e), e)
    async for _ in a: pass
    print(await anext(a, "dd"))
    co = asyncio.sleep(0, 5); print(await co)
    try: await co
    except RuntimeError as e: print(e)
    f = asyncio.get_running_loop().create_future(); f.set_result(1); print(await f, await f)
    g = asyncio.gather(asyncio.sleep(0)); print(await g, await g)
    w = asyncio.wait_for(asyncio.sleep(0, 3), 1); print(await w)
    try: await w
    except RuntimeError as e: print(e)
    l = asyncio.Lock(); k = l.acquire(); print(await k)
    try: await k
    except RuntimeError as e: print(e)
    q = asyncio.Queue(); q.put_nowait(1); k = q.get(); print(await k)
    try: await k
    except RuntimeError as e: print(e)
    ev = asyncio.Event(); ev.set(); k = ev.wait(); print(await k)
    try: await k
    except RuntimeError as e: print(e)
    t = asyncio.create_task(asyncio.sleep(0, 1)); print(await t, await t)
    cm = asyncio.timeout(1)
    async with cm: pass
    try:
        async with cm: pass
    except RuntimeError as e: print(e)
    b = ag(); x1 = b.asend(None); x2 = b.asend(None)
    print(await x1)
    x1.close()
    try: x2.close(); await x2
    except RuntimeError as e: print(e)
    async def slow():
        await asyncio.sleep(0.01); yield 1
    z = slow()
    t1 = asyncio.create_task(anext(z)) if False else asyncio.ensure_future(z.__anext__())
    await asyncio.sleep(0)
    for op in (lambda: z.__anext__(), lambda: z.asend(1), lambda: z.athrow(ValueError), lambda: z.aclose()):
        try: await op()
        except RuntimeError as e: print(e)
    print(await t1)
asyncio.run(m6())
