# A rate limiter: at most three requests are under way at once, and a slot is
# given back only after a pause, so no more than three start in any 0.2 seconds.
import asyncio


class RateLimiter:
    def __init__(self, count, period):
        self.slots = asyncio.Semaphore(count)
        self.period = period

    async def __aenter__(self):
        await self.slots.acquire()
        asyncio.get_running_loop().call_later(self.period, self.slots.release)

    async def __aexit__(self, *error):
        return False


async def request(number, limiter, start):
    async with limiter:
        waited = asyncio.get_running_loop().time() - start
        print(f"request {number} starts in period {int(waited / 0.2 + 0.01)}")
        await asyncio.sleep(0.001)


async def main():
    limiter = RateLimiter(3, 0.2)
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*(request(number, limiter, start) for number in range(1, 11)))


asyncio.run(main())
