# A fragment: the import and the last line make it run.
import asyncio

sem = asyncio.Semaphore(2)
async def limited_task(id):
    async with sem:
        print(f"Task {id} acquired semaphore")
        await asyncio.sleep(1)
        print(f"Task {id} released")
async def main():
    await asyncio.gather(*(limited_task(i) for i in range(4)))

asyncio.run(main())
