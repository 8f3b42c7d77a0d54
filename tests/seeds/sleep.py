# A fragment: the last line runs it.
import asyncio

async def counter():
    for i in range(3):
        print(i)
        await asyncio.sleep(1)

asyncio.run(counter())
