# A pool that limits how many jobs run together, and counts what it saw.
import asyncio


class Gauge:
    def __init__(self):
        self.now = self.peak = 0

    async def __aenter__(self):
        self.now += 1
        self.peak = max(self.peak, self.now)
        return self

    async def __aexit__(self, kind, error, tb):
        self.now -= 1
        if error is not None:
            print(f"  leaving with {kind.__name__}: {error}")
        return False


async def fetch(n, limit, gauge):
    async with limit, gauge:
        await asyncio.sleep(0.05)
        if n % 4 == 3:
            raise ConnectionError(f"host {n} is down")
        return n * 10


async def main():
    limit, gauge = asyncio.Semaphore(3), Gauge()
    results = await asyncio.gather(*(fetch(n, limit, gauge) for n in range(8)), return_exceptions=True)
    good = [r for r in results if not isinstance(r, BaseException)]
    bad = [r for r in results if isinstance(r, BaseException)]
    print(good, bad, gauge.peak, limit.locked())
    print(limit.__class__.__name__, limit._value)
    strict = asyncio.BoundedSemaphore(1)
    try:
        strict.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(fetch(n, limit, gauge), name=f"fetch-{n}") for n in range(5)]
    except* ConnectionError as group:
        print(group, group.exceptions, len(tasks))
    for task in tasks:
        state = "cancelled" if task.cancelled() else task.exception() or task.result()
        print(task.get_name(), state)
    print("peak", gauge.peak)


asyncio.run(main())
