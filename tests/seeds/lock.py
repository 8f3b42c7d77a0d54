# A fragment: the import and the last line make it run.
import asyncio

lock = asyncio.Lock()
async def use_resource():
    async with lock:
        print("Resource is locked")
        await asyncio.sleep(1)
        print("Resource released")
async def main():
    await asyncio.gather(use_resource(), use_resource())

asyncio.run(main())
