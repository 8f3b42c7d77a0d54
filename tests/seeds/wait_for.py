# A fragment, verbatim but for the import.
import asyncio

async def slow_operation():
    await asyncio.sleep(5)
    return "Finished"
async def main():
    try:
        result = await asyncio.wait_for(slow_operation(), timeout=3.0)
    except asyncio.TimeoutError:
        print("Took too long!")
asyncio.run(main())
