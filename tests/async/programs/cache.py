# A cache whose concurrent misses share one request, with expiry.
import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.entries = {}

    async def get(self, key):
        loop = asyncio.get_running_loop()
        entry = self.entries.get(key)
        if entry is None or entry[1] < loop.time():
            task = asyncio.ensure_future(self.load(key))
            entry = self.entries[key] = (task, loop.time() + self.ttl)
            task.add_done_callback(lambda t, key=key: self.check(key, t))
        return await asyncio.shield(entry[0])

    def check(self, key, task):
        if task.cancelled() or task.exception():
            del self.entries[key]


loads = []


async def load(key):
    loads.append(key)
    await asyncio.sleep(0.05)
    if key == "bad":
        raise KeyError(key)
    return key.upper()


async def main():
    cache = Cache(load, ttl=0.3)
    print(await asyncio.gather(*(cache.get(k) for k in "aabab")), loads)
    results = await asyncio.gather(cache.get("bad"), cache.get("bad"), return_exceptions=True)
    print(results, results[0] is results[1], "bad" in cache.entries)
    impatient = asyncio.create_task(cache.get("c"))
    patient = asyncio.create_task(cache.get("c"))
    await asyncio.sleep(0)
    impatient.cancel()
    print(await asyncio.gather(impatient, patient, return_exceptions=True))
    await asyncio.sleep(0.5)
    print(await cache.get("a"), loads)


if __name__ == "__main__":
    asyncio.run(main())
