# TaskGroup: waits for all of its tasks.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, "done")
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.02), name="named")
        b = group.create_task(work("b", 0.01))
        print("body ends", a.get_name(), a.done())
    print(a.result(), b.result())
    async with asyncio.TaskGroup() as group:
        async def spawner():
            await asyncio.sleep(0)
            group.create_task(work("grandchild", 0.01))
            print("spawner done")
        group.create_task(spawner())
    async with asyncio.TaskGroup():
        pass
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 0.001))
        outer.create_task(work("outer", 0.001))
    c = work("late", 0)
    try:
        group.create_task(c)
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).split(">")[1])
    fresh = asyncio.TaskGroup()
    try:
        fresh.create_task(c)
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).split(">")[1])
    c.close()
    try:
        async with fresh:
            async with fresh: pass
    except* RuntimeError as error:
        print([str(e).split(">")[1] for e in error.exceptions])
    print(repr(fresh)[:11])


asyncio.run(main())
