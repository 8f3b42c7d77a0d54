# call_soon, tasks, done callbacks and sleep(0) in one queue.
import asyncio


async def task(name):
    print("task", name)
    await asyncio.sleep(0)
    print("task", name, "again")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    t = asyncio.create_task(task("t"))
    t.add_done_callback(lambda f: print("callback", f is t))
    loop.call_soon(print, "soon 2")
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(handle.cancelled())

    def nested():
        print("soon 3")
        loop.call_soon(print, "soon from soon")
        loop.call_later(0, print, "later 0")

    loop.call_soon(nested)
    for n in range(4):
        print("main turn", n)
        await asyncio.sleep(0)
    future = loop.create_future()
    loop.call_soon(future.set_result, "from call_soon")
    print(await future)
    await t
    print("end")


asyncio.run(main())
