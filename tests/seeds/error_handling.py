# A fragment, verbatim but for the import.
import asyncio

async def might_fail():
    raise ValueError("Something went wrong")
async def main():
    try:
        await might_fail()
    except ValueError as e:
        print(f"Caught error: {e}")
asyncio.run(main())
