# stderr: lines
# An exception in a callback is reported and the loop goes on.
import asyncio


def bad():
    raise KeyError("in a callback")


async def main():
    asyncio.get_running_loop().call_soon(bad)
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
