# Task: names, states, results, callbacks, coroutine.
import asyncio


async def work(value, fail=False):
    await asyncio.sleep(0)
    if fail:
        raise ValueError(value)
    return value


async def main():
    t = asyncio.create_task(work(1), name="first")
    print(t.get_name(), t.done(), t.cancelled(), t.get_coro().__name__, isinstance(t, asyncio.Future), asyncio.isfuture(t))
    for early in [t.result, t.exception]:
        try:
            early()
        except asyncio.InvalidStateError as error:
            print(error)
    print(await t, t.done(), t.result(), t.exception(), await t)
    t.set_name("renamed")
    print(t.get_name(), t.cancel(), t.cancelled())
    u = asyncio.create_task(work("bad", fail=True))
    try:
        await u
    except ValueError as error:
        print(repr(error), u.exception() is error, u.done(), u.cancelled())
    try:
        u.result()
    except ValueError as error:
        print("again", error)
    names = [asyncio.create_task(work(n)).get_name() for n in range(2)]
    print([name.startswith("Task-") for name in names], int(names[1][5:]) - int(names[0][5:]))
    called = []
    v = asyncio.create_task(work(5))
    v.add_done_callback(called.append)
    second = lambda task: called.append("second")
    v.add_done_callback(second)
    v.add_done_callback(second)
    print(v.remove_done_callback(second), v.remove_done_callback(print))
    await v
    print(called == [], len(called))
    await asyncio.sleep(0)
    print(called == [v])
    v.add_done_callback(lambda task: called.append("late"))
    await asyncio.sleep(0)
    print(called[1:])
    for bad in [lambda: v.set_result(1), lambda: v.set_exception(ValueError()), lambda: asyncio.create_task(5), lambda: asyncio.create_task(work)]:
        try:
            bad()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])


asyncio.run(main())
