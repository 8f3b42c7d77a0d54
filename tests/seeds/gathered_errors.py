# A fragment: the import and the last line make it run.
import asyncio

async def ok():
    return "OK"
async def fail():
    raise RuntimeError("Failed")
async def main():
    results = await asyncio.gather(ok(), fail(), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print(f"Error: {result}")
        else:
            print(f"Success: {result}")

asyncio.run(main())
