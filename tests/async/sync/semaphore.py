# Semaphore and BoundedSemaphore.
import asyncio


async def worker(n, semaphore, running):
    async with semaphore:
        running.append(n)
        print("in", n, "running", len(running), semaphore.locked())
        for _ in range(3): await asyncio.sleep(0)
        running.remove(n)


async def main():
    await asyncio.gather(*(worker(n, semaphore := asyncio.Semaphore(2), []) for n in range(1)))
    semaphore, running = asyncio.Semaphore(2), []
    await asyncio.gather(*(worker(n, semaphore, running) for n in range(5)))
    s = asyncio.Semaphore(0)
    print(s.locked(), repr(s).split("[")[1])
    order = []
    async def take(name):
        await s.acquire()
        order.append(name)
    tasks = [asyncio.create_task(take(n)) for n in "abc"]
    await asyncio.sleep(0)
    print(repr(s).split("[")[1])
    tasks[0].cancel()
    s.release()
    s.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, s.locked(), repr(s).split("[")[1])
    s.release()
    print(repr(s).split("[")[1], await s.acquire(), s.locked())
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    fair = asyncio.Semaphore(1)
    await fair.acquire()
    waiting = asyncio.create_task(take_named(fair, "waiting"))
    await asyncio.sleep(0)
    fair.release()
    barging = asyncio.create_task(take_named(fair, "barging"))
    print("locked while handing over", fair.locked())
    await asyncio.gather(waiting, barging)


async def take_named(semaphore, name):
    async with semaphore:
        print(name)


asyncio.run(main())
