# A lock that was waited for on one loop cannot be waited for on another.
import asyncio

lock = asyncio.Lock()


async def contend():
    async def hold():
        async with lock:
            await asyncio.sleep(0.001)
    await asyncio.gather(hold(), hold())
    return "fine"


print(asyncio.run(contend()))
try:
    asyncio.run(contend())
except RuntimeError as error:
    print(str(error).split(" at 0x")[0], str(error).split("] ")[1] if "] " in str(error) else str(error).split("> ")[1])


async def make_future():
    return asyncio.get_running_loop().create_future()


async def await_foreign(future):
    await future


future = asyncio.run(make_future())
try:
    asyncio.run(await_foreign(future))
except RuntimeError as error:
    print("attached to a different loop" in str(error))
