# A fragment, verbatim but for the import.
import asyncio

async def func1():
    await asyncio.sleep(1)
    return "Func1 done"
async def func2():
    await asyncio.sleep(2)
    return "Func2 done"
async def main():
    results = await asyncio.gather(func1(), func2())
    print(results) # ['Func1 done', 'Func2 done']
asyncio.run(main())
