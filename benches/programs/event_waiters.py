"""Two hundred thousand tasks wait on one event: what a waiting task weighs."""
import asyncio


async def waiter(event):
    await event.wait()
    return 1


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(200_000)]
    await asyncio.sleep(0)
    event.set()
    return sum([await task for task in tasks])


print(asyncio.run(main()))
