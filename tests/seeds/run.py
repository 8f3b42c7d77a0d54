# A fragment, verbatim but for the import.
import asyncio

async def my_coroutine():
    await asyncio.sleep(2)
    print("Done")
if __name__ == "__main__":
    asyncio.run(my_coroutine())
