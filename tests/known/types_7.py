# code.replace, and a generator function that it makes awaitable.
def f():
    return 1


def g():
    x = yield 1
    return x


print(f.__code__.replace(co_name="other").co_name, f.__code__.replace() == f.__code__)
g.__code__ = g.__code__.replace(co_flags=g.__code__.co_flags | 0x100)


async def use():
    return await g()


c = use()
print(c.send(None), type(g()).__name__)
try:
    c.send(5)
except StopIteration as stop:
    print(stop.value)
