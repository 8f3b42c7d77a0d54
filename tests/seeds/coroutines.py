# A fragment, verbatim but for the import.
import asyncio

async def fetch_data():
    return "Data fetched"
async def main():
    result = await fetch_data()
    print(result)
asyncio.run(main())
