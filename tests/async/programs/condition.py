# Producers and consumers over a Condition, an Event and a Barrier.
import asyncio


class Store:
    def __init__(self, size):
        self.items, self.size = [], size
        self.changed = asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.changed.notify_all()
            return item


async def producer(name, store, barrier, n):
    place = await barrier.wait()
    if place == 0:
        print("everybody is here", barrier.n_waiting)
    for i in range(n):
        await store.put(f"{name}{i}")


async def consumer(store, barrier, n, done):
    async with barrier as place:
        assert 0 <= place < barrier.parties
    got = [await store.get() for _ in range(n)]
    done.set()
    return got


async def main():
    store, barrier, done = Store(2), asyncio.Barrier(3), asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer("a", store, barrier, 3))
        tg.create_task(producer("b", store, barrier, 3))
        task = tg.create_task(consumer(store, barrier, 6, done))
        print("waiting", done.is_set())
        await done.wait()
    print(task.result(), done.is_set())
    condition = asyncio.Condition()
    for bad in (condition.notify, condition.notify_all, condition.release):
        try:
            bad()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    broken = asyncio.Barrier(2)
    waiter = asyncio.create_task(broken.wait())
    await asyncio.sleep(0)
    await broken.abort()
    try:
        await waiter
    except asyncio.BrokenBarrierError as error:
        print(repr(error), broken.broken)
    await broken.reset()
    print(broken.broken, await asyncio.gather(broken.wait(), broken.wait()))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    lock = asyncio.Lock()
    await lock.acquire()
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    waiters[0].cancel()
    lock.release()
    print(await asyncio.gather(*waiters, return_exceptions=True))
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
