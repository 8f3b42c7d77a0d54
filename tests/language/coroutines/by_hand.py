# Coroutines driven by hand: send, throw, close, what they await.
class Trap:
    def __init__(self, name): self.name = name
    def __await__(self):
        answer = yield self.name
        return f"{self.name}={answer}"


async def inner(name):
    return await Trap(name)


async def outer():
    first = await inner("a")
    second = await Trap("b")
    try:
        third = await inner("c")
    except ValueError as error:
        third = f"caught {error}"
    return first, second, third


c = outer()
print(type(c).__name__, c.__name__, c.__qualname__)
print(c.send(None), c.send(1), c.send(2))
try:
    c.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)
for again in [lambda: c.send(None), lambda: c.throw(KeyError("k"))]:
    try:
        again()
    except (RuntimeError, KeyError) as error:
        print(type(error).__name__, error)
c.close()
c = outer()
try:
    c.send("early")
except TypeError as error:
    print(error)
c.close()
async def guarded():
    try:
        await Trap("wait")
    finally:
        print("cleaned")
g = guarded()
g.send(None)
g.close()
async def immediate(): return 5
try:
    immediate().send(None)
except StopIteration as stop:
    print("immediate", stop.value)
def attempt(make):
    coroutine = make()
    try:
        coroutine.send(None)
    except (TypeError, RuntimeError) as error:
        print(error)
async def await_int(): await 5
async def await_list(): await [1]
async def await_none(): return await None
class BadAwait:
    def __await__(self): return 5
async def bad_await(): await BadAwait()
async def twice():
    c = immediate()
    await c
    await c
async def stops(): raise StopIteration("no")
for make in [await_int, await_list, await_none, bad_await, twice, stops]:
    attempt(make)
c = immediate()
try:
    for x in c: pass
except TypeError as error:
    print(error)
try:
    list(c), next(c)
except TypeError as error:
    print(error)
c.close()
