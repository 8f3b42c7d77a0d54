# clock: real
# to_thread: blocking functions beside the loop.
import asyncio
import time


def block(seconds, value, fail=False):
    time.sleep(seconds)
    if fail:
        raise ValueError(value)
    return value


async def main():
    print(await asyncio.to_thread(block, 0.001, "value"), await asyncio.to_thread(block, seconds=0, value="by name"))
    ticks = 0
    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.005)
    ticker = asyncio.create_task(tick())
    start = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(block, 0.1, n) for n in range(3))))
    print("at the same time", time.monotonic() - start < 0.29, "loop went on", ticks > 3)
    ticker.cancel()
    try:
        await asyncio.to_thread(block, 0, "from the thread", fail=True)
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait_for(asyncio.to_thread(block, 0.1, "x"), 0.01)
    except TimeoutError:
        print("timeout")
    print(await asyncio.to_thread(sum, [1, 2, 3]), await asyncio.to_thread(lambda: "lambda"))


asyncio.run(main())
