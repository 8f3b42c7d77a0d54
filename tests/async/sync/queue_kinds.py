# LifoQueue, PriorityQueue, and shutdown.
import asyncio


async def main():
    lifo = asyncio.LifoQueue()
    for n in range(3):
        await lifo.put(n)
    print([lifo.get_nowait() for _ in range(3)])
    priority = asyncio.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
        priority.put_nowait(item)
    print([await priority.get() for _ in range(4)])
    queue = asyncio.Queue(1)
    await queue.put("last")
    blocked = asyncio.create_task(queue.put("blocked"))
    await asyncio.sleep(0)
    queue.shutdown()
    for attempt in [lambda: blocked, lambda: queue.put("late"), lambda: queue.get(), lambda: queue.get()]:
        try:
            print("got", await attempt())
        except asyncio.QueueShutDown as error:
            print("QueueShutDown", error.args)
    for attempt in [queue.get_nowait, lambda: queue.put_nowait(1)]:
        try:
            attempt()
        except asyncio.QueueShutDown:
            print("shut down for nowait too")
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    queue.shutdown()
    print([type(r).__name__ for r in await asyncio.gather(*getters, return_exceptions=True)])
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await joiner
    print(queue.qsize(), queue.empty())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("immediate: nothing left")


asyncio.run(main())
