# Cancelling a task before it starts, while it waits, when it is done.
import asyncio


async def work(name):
    try:
        print(name, "runs")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "sees", repr(error))
        raise
    finally:
        print(name, "finally")


async def outcome(task):
    try:
        return await task
    except asyncio.CancelledError as error:
        return repr(error), task.cancelled(), task.done()


async def main():
    t = asyncio.create_task(work("never started"))
    print(t.cancel(), t.cancelled(), t.done(), t.cancelling())
    print(await outcome(t))
    t = asyncio.create_task(work("waiting"))
    await asyncio.sleep(0)
    print(t.cancel("the reason"), t.cancelled(), t.cancelling())
    print(await outcome(t), t.cancel())
    async def quick(): return "done"
    t = asyncio.create_task(quick())
    await t
    print(t.cancel(), await outcome(t))
    t = asyncio.create_task(work("twice"))
    await asyncio.sleep(0)
    print(t.cancel("one"), t.cancel("two"), t.cancelling())
    print(await outcome(t))
    async def self_cancel():
        asyncio.current_task().cancel("by itself")
        print("still running")
        await asyncio.sleep(0)
        print("never")
    print(await outcome(asyncio.create_task(self_cancel())))
    async def cancel_then_return():
        asyncio.current_task().cancel()
        return "returned before the next await"
    print(await outcome(asyncio.create_task(cancel_then_return())))
    async def raises(): raise asyncio.CancelledError("by hand")
    print(await outcome(asyncio.create_task(raises())))
    t = asyncio.create_task(quick())
    t2 = asyncio.create_task(work("ready to run"))
    f = asyncio.get_running_loop().create_future()
    async def on_future(): await f; print("never: cancelled after wake-up")
    t3 = asyncio.create_task(on_future())
    await asyncio.sleep(0)
    f.set_result(None)
    print(t3.cancel())
    print(await outcome(t3))
    t2.cancel()
    print(await outcome(t2))


asyncio.run(main())
