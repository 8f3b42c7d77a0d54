# A task that catches its cancellation goes on; uncancel counts.
import asyncio


async def stubborn(times):
    swallowed = 0
    while swallowed < times:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            swallowed += 1
            print("swallowed", swallowed, asyncio.current_task().cancelling())
    return "finished"


async def main():
    t = asyncio.create_task(stubborn(2))
    for _ in range(2):
        await asyncio.sleep(0)
        t.cancel()
    await asyncio.sleep(0)
    print(await t, t.cancelled(), t.cancelling())
    async def uncancels():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print(asyncio.current_task().uncancel(), asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        return "went on"
    t = asyncio.create_task(uncancels())
    await asyncio.sleep(0)
    t.cancel()
    print(await t)
    async def cleanup():
        try:
            await asyncio.sleep(10)
        finally:
            print("cleaning")
            await asyncio.sleep(0.001)
            print("cleaned")
    t = asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled after clean-up")
    async def other_error():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("instead")
    t = asyncio.create_task(other_error())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as error:
        print(error, repr(error.__context__), t.cancelled())
    print(t.uncancel())


asyncio.run(main())
