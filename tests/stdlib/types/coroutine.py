# types.coroutine: generators that can be awaited.
import asyncio
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@types.coroutine
def exchange(value):
    """Give a value and take one."""
    answer = yield value
    return answer


async def twice():
    first = await exchange("one")
    second = await exchange("two")
    return first, second


runner = twice()
print(runner.send(None), runner.send(1))
try:
    runner.send(2)
except StopIteration as stop:
    print(stop.value)
print(exchange.__name__, exchange.__doc__, list(exchange("plain")))


async def already():
    return 5


print(types.coroutine(already) is already)
attempt(lambda: types.coroutine(5))
attempt(lambda: types.coroutine("text"))


# A function that is no generator function, but returns a generator.
def plain(value):
    return (item for item in [value])


wrapped = types.coroutine(plain)
print(wrapped.__wrapped__ is plain, wrapped.__name__)
made = wrapped("inner")
print(next(made), made.gi_code is made.cr_code, made.gi_running, made.cr_running, made.gi_yieldfrom, made.cr_await)
made.close()
attempt(lambda: next(made))


async def use():
    return await wrapped("outer")


user = use()
print(user.send(None))
attempt(lambda: user.throw(KeyError("thrown")))

# Other results pass as they are.
print(types.coroutine(lambda: 5)(), types.coroutine(lambda: None)())
native = types.coroutine(already)()
print(type(native).__name__)
native.close()


@types.coroutine
def switch():
    """Let other tasks run."""
    yield


async def worker(name, log):
    for step in range(3):
        log.append(f"{name}{step}")
        await switch()
    return name


async def main():
    log = []
    print(await asyncio.gather(worker("a", log), worker("b", log)))
    print(log)


asyncio.run(main())
