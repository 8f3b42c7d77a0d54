# A token bucket and a sliding window, measured by the loop's clock.
import asyncio


class Bucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity = rate, capacity
        self.tokens = capacity
        self.updated = None
        self.lock = asyncio.Lock()

    def refill(self):
        now = asyncio.get_running_loop().time()
        if self.updated is not None:
            self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def take(self, n=1):
        if n > self.capacity:
            raise ValueError(f"cannot take {n} of {self.capacity}")
        async with self.lock:
            self.refill()
            while self.tokens < n:
                await asyncio.sleep((n - self.tokens) / self.rate)
                self.refill()
            self.tokens -= n


async def client(name, bucket, start, log):
    for i in range(3):
        await bucket.take()
        elapsed = asyncio.get_running_loop().time() - start
        log.append((int(elapsed / 0.1 + 0.1), f"{name}{i}"))


async def main():
    bucket, log = Bucket(rate=10, capacity=3), []
    start = asyncio.get_running_loop().time()
    async with asyncio.TaskGroup() as group:
        for name in "ab":
            group.create_task(client(name, bucket, start, log))
    for slot, who in log:
        print(slot, who)
    try:
        await bucket.take(7)
    except ValueError as error:
        print(error)
    print(bucket.lock.locked(), f"{bucket.tokens < 1}")


asyncio.run(main())
