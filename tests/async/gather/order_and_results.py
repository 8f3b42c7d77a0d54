# gather keeps the order of its arguments, whatever finishes first.
import asyncio


async def work(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def main():
    print(await asyncio.gather(work("a", 0.3), work("b", 0.1), work("c", 0.2)))
    print(await asyncio.gather(), await asyncio.gather(*[]))
    task = asyncio.create_task(work("t", 0))
    future = asyncio.get_running_loop().create_future()
    future.set_result("f")
    coroutine = work("once", 0)
    print(await asyncio.gather(task, future, task, coroutine, coroutine, asyncio.gather(work("inner", 0))))
    group = asyncio.gather(work("x", 0), work("y", 0))
    print(type(group).__name__, group.done())
    await asyncio.sleep(0.01)
    print(group.done(), group.result(), await group)
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
