# An exception that leaves main ends the script.
import asyncio


async def inner():
    await asyncio.sleep(0)
    raise ValueError("from inner")


async def main():
    await inner()


asyncio.run(main())
