# async with over things that wait.
import asyncio


class Connection:
    def __init__(self, name, log): self.name, self.log = name, log
    async def __aenter__(self):
        self.log.append(f"open {self.name}")
        await asyncio.sleep(0)
        return self
    async def __aexit__(self, kind, error, tb):
        await asyncio.sleep(0)
        self.log.append(f"close {self.name} {kind.__name__ if kind else None}")


async def use(name, log, delay=0):
    async with Connection(name, log) as c:
        await asyncio.sleep(delay)
        log.append(f"use {c.name}")


async def main():
    log = []
    await asyncio.gather(use("a", log), use("b", log))
    print(log)
    log = []
    t = asyncio.create_task(use("c", log, 10))
    await asyncio.sleep(0.001)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print(log)
    log = []
    try:
        async with Connection("outer", log), Connection("inner", log):
            raise KeyError("k")
    except KeyError:
        print(log)
    log = []
    try:
        async with asyncio.timeout(0.2), Connection("timed", log):
            await asyncio.sleep(1)
    except TimeoutError:
        print(log)


asyncio.run(main())
