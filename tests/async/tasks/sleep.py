# sleep: results, order, bad delays.
import asyncio


async def nap(delay, name):
    print(name, "sleeps")
    result = await asyncio.sleep(delay, name.upper())
    print(name, "wakes", result)
    return result


async def main():
    print(await asyncio.sleep(0), await asyncio.sleep(0, "value"), await asyncio.sleep(-1, "negative"))
    print(await asyncio.gather(nap(0.03, "c"), nap(0.01, "a"), nap(0.02, "b"), nap(0, "z")))
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(0.05)
    print(0.049 < loop.time() - start < 3)
    for bad in [float("nan"), "1", None]:
        try:
            await asyncio.sleep(bad)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
