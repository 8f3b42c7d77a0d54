import asyncio
async def main():
    await asyncio.sleep(1)
# asyncio.run() creates an event loop, runs the coroutine, and closes the loop.
asyncio.run(main())
