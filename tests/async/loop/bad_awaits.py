# What a task may not await, and awaiting itself.
import asyncio


class Yields:
    def __init__(self, value): self.value = value
    def __await__(self): yield self.value


async def awaits(thing):
    return await thing


async def main():
    for bad in [Yields(1), Yields("text"), 5, None, [1], print]:
        try:
            await asyncio.create_task(awaits(bad))
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)
    print(await awaits(Yields(None)))
    async def itself():
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            print(str(error).split("<")[0])
    await asyncio.create_task(itself())
    future = asyncio.get_running_loop().create_future()
    try:
        for _ in future: pass
    except RuntimeError as error:
        print(error)
    c = asyncio.sleep(0)
    await c
    try:
        await c
    except RuntimeError as error:
        print(error)
    async def shared(): await asyncio.sleep(0.001)
    c = shared()
    t = asyncio.create_task(awaits(c))
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as error:
        print(error)
    await t


asyncio.run(main())
