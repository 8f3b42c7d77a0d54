# TaskGroup: one failure cancels the others; all errors come out in a group.
import asyncio


async def fails(error, delay=0):
    await asyncio.sleep(delay)
    raise error


async def waits(name, on_cancel=None):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        if on_cancel:
            raise on_cancel
        raise


async def attempt(body):
    try:
        async with asyncio.TaskGroup() as group:
            await body(group)
    except BaseExceptionGroup as error:
        print(error, [repr(e) for e in error.exceptions], type(error).__name__)
    except BaseException as error:
        print("bare", repr(error))
    else:
        print("no error")


async def main():
    async def one(group):
        group.create_task(waits("w"))
        group.create_task(fails(ValueError("v")))
    async def several(group):
        group.create_task(fails(ValueError("1")))
        group.create_task(fails(KeyError("2")))
        group.create_task(waits("third", OSError("3")))
    async def in_body(group):
        group.create_task(waits("child of a failing body"))
        await asyncio.sleep(0)
        raise TypeError("body")
    async def both(group):
        group.create_task(fails(ValueError("task")))
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("body cancelled")
            raise KeyError("from body")
    async def cancelled_child(group):
        t = group.create_task(waits("cancelled alone"))
        await asyncio.sleep(0)
        t.cancel()
    async def body_cancelled(group):
        group.create_task(fails(ValueError("x"), 0.001))
        await asyncio.sleep(10)
        print("never")
    async def returns_early(group):
        group.create_task(waits("never started", None))
        raise ValueError("before the first turn")
    async def system_exit(group):
        group.create_task(waits("sibling"))
        raise asyncio.CancelledError("raised by hand")
    for body in [one, several, in_body, both, cancelled_child, body_cancelled, returns_early, system_exit]:
        print("--", body.__name__)
        await attempt(body)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
