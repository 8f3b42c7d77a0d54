# Long chains of awaits suspend and wake.
import asyncio


async def down(n):
    if n == 0:
        await asyncio.sleep(0)
        return "bottom"
    return await down(n - 1)


async def countdown(n):
    if n == 0:
        await asyncio.sleep(0.001)
        return 0
    return 1 + await countdown(n - 1)


async def fails(n):
    if n == 0:
        await asyncio.sleep(0)
        raise ValueError("at the bottom")
    try:
        await fails(n - 1)
    finally:
        unwound.append(n)


unwound = []


async def main():
    print(await down(500), await asyncio.gather(countdown(100), countdown(200)))
    try:
        await fails(100)
    except ValueError as error:
        print(error, unwound[:3], unwound[-1])
    async def ping(n, queue_in, queue_out):
        for _ in range(n):
            await queue_out.put(await queue_in.get() + 1)
    a, b = asyncio.Queue(), asyncio.Queue()
    a.put_nowait(0)
    await asyncio.gather(ping(500, a, b), ping(500, b, a))
    print(a.get_nowait())


asyncio.run(main())
