# shield keeps the inner task going when the outer wait is cancelled.
import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "finished")
    return name


async def main():
    inner = asyncio.create_task(work("inner", 0.6))
    async def outer():
        return await asyncio.shield(inner)
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.001)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("outer cancelled, inner", inner.done())
    print(await inner)
    print(await asyncio.shield(work("plain", 0)))
    try:
        await asyncio.wait_for(asyncio.shield(slow := asyncio.create_task(work("slow", 0.5))), 0.1)
    except TimeoutError:
        print("timeout, still running", slow.done())
    print(await slow)
    async def fails(): raise ValueError("inside the shield")
    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(error)
    direct = asyncio.create_task(work("direct", 1))
    shielded = asyncio.shield(direct)
    await asyncio.sleep(0)
    direct.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("inner cancelled goes out", shielded.cancelled())
    done = asyncio.create_task(work("done", 0))
    await done
    print(asyncio.shield(done) is done)


asyncio.run(main())
