# stderr: lines
# A coroutine that is dropped unawaited is named at the line that made it.
import asyncio


async def foo():
    print("never printed")


async def main():
    foo()
    print("after the statement")
    await asyncio.sleep(0)


asyncio.run(main())
foo()
print("end")
