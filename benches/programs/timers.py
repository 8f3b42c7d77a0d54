"""A hundred thousand timers of up to one second under one gather."""
import asyncio


async def nap(n):
    await asyncio.sleep((n * 7919 % 1000) / 1000)
    return n


async def main():
    return sum(await asyncio.gather(*(nap(n) for n in range(100_000))))


print(asyncio.run(main()))
