# Event: wakes everyone who waits.
import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    print(event.is_set(), repr(event).split("[")[1])
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(0)
    print(repr(event).split("[")[1])
    tasks[1].cancel()
    event.set()
    print("set", event.is_set(), repr(event).split("[")[1])
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])
    print(await event.wait(), event.set())
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.sleep(0)
    print(event.is_set(), late.done())
    event.set()
    event.clear()
    await late
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("nobody set it")
    asyncio.get_running_loop().call_later(0.01, event.set)
    print(await event.wait())


asyncio.run(main())
