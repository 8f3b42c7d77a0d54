# stderr: lines
# A failed task that nobody asks is reported when it dies.
import asyncio


async def fails():
    raise ValueError("nobody asked")


async def main():
    t = asyncio.create_task(fails(), name="lonely")
    await asyncio.sleep(0.01)
    del t
    print("main goes on")


asyncio.run(main())
