# Tasks run in the order they were made, one step a turn.
import asyncio


async def steps(name, count):
    for n in range(count):
        print(name, n)
        await asyncio.sleep(0)
    print(name, "done")


async def main():
    print("main starts")
    a = asyncio.create_task(steps("a", 3))
    b = asyncio.create_task(steps("b", 2))
    print("tasks made, none has run")
    await asyncio.sleep(0)
    print("main's second turn")
    c = asyncio.create_task(steps("c", 1))
    await a
    print("a awaited", a.done(), b.done(), c.done())
    await b
    await c
    print("all done")


asyncio.run(main())
