# A cancellation goes down the chain of awaits and comes back up.
import asyncio


async def level(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        else:
            await level(n - 1)
    except asyncio.CancelledError as error:
        print("level", n, error.args)
        raise
    finally:
        print("leave", n)


async def awaits_task(task):
    try:
        await task
    except asyncio.CancelledError:
        print("the waiter", task.done(), task.cancelled())
        raise


async def main():
    t = asyncio.create_task(level(3))
    await asyncio.sleep(0)
    t.cancel("message")
    try:
        await t
    except asyncio.CancelledError as error:
        print(error.args)
    inner = asyncio.create_task(level(0))
    outer = asyncio.create_task(awaits_task(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    for t in (outer, inner):
        try:
            await t
        except asyncio.CancelledError:
            print(t is outer, t.cancelled())
    inner = asyncio.create_task(level(0))
    outers = [asyncio.create_task(awaits_task(inner)) for _ in range(2)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    inner.cancel()
    print(await asyncio.gather(*outers, return_exceptions=True) and [o.cancelled() for o in outers])
    async def agen():
        try:
            yield 1
            await asyncio.sleep(10)
        finally:
            print("agen finally")
    async def consumer():
        async for x in agen():
            print("item", x)
    t = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("consumer cancelled")


asyncio.run(main())
