# The trace of a task's exception goes through the await that met it.
import asyncio


async def work(n):
    await asyncio.sleep(0)
    return 1 // n


async def main():
    task = asyncio.create_task(work(0))
    await task


asyncio.run(main())
