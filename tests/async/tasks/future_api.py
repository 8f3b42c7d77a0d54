# Future: set once, awaited by many, cancelled.
import asyncio


async def waiter(name, future):
    try:
        print(name, "got", await future)
    except ValueError as error:
        print(name, "error", error)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f.get_loop() is loop)
    tasks = [asyncio.create_task(waiter(n, f)) for n in "abc"]
    await asyncio.sleep(0)
    f.set_result(42)
    print("set", f.done(), [t.done() for t in tasks])
    await asyncio.gather(*tasks)
    print(f.result(), f.exception(), await f)
    for again in [lambda: f.set_result(1), lambda: f.set_exception(ValueError())]:
        try:
            again()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError", error)
    f = asyncio.Future()
    for early in [f.result, f.exception]:
        try:
            early()
        except asyncio.InvalidStateError as error:
            print(error)
    f.set_exception(ValueError("failed"))
    await waiter("d", f)
    print(repr(f.exception()))
    try:
        f.result()
    except ValueError as error:
        print("result raises", error)
    f = loop.create_future()
    t = asyncio.create_task(waiter("e", f))
    await asyncio.sleep(0)
    print(f.cancel("why"), f.cancel(), f.cancelled(), f.done())
    try:
        await t
    except asyncio.CancelledError as error:
        print("task cancelled", error.args, t.cancelled())
    for late in [f.result, f.exception]:
        try:
            late()
        except asyncio.CancelledError as error:
            print(type(error).__name__, error)
    for bad in [StopIteration(), 5, StopIteration]:
        try:
            g = loop.create_future()
            g.set_exception(bad)
            await g
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)
    g = loop.create_future()
    g.set_exception(KeyError)
    print(repr(g.exception()))
    print(repr(loop.create_future()).startswith("<Future pending"), str(f).startswith("<Future cancelled"))


asyncio.run(main())
