"""Two hundred rounds of a thousand tasks, each made, run and awaited."""
import asyncio


async def work(n):
    return n * 2


async def main():
    total = 0
    for _ in range(200):
        tasks = [asyncio.create_task(work(n)) for n in range(1000)]
        for task in tasks:
            total += await task
    return total


print(asyncio.run(main()))
