"""What the shortest asyncio script costs: the import, a loop, one turn."""
import asyncio


async def main():
    await asyncio.sleep(0)


asyncio.run(main())
print("done")
