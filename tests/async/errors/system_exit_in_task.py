# sys.exit inside a task ends the program with its status.
import asyncio
import sys


async def quits():
    await asyncio.sleep(0)
    sys.exit(5)


async def main():
    t = asyncio.create_task(quits())
    try:
        await asyncio.sleep(10)
    finally:
        print("main is cancelled and cleans up")


asyncio.run(main())
