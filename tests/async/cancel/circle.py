"""Tasks that await each other: cancelling goes round until RecursionError."""
import asyncio


async def a():
    await tb


async def b():
    await ta


async def main():
    global ta, tb
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    ta = asyncio.create_task(a())
    tb = asyncio.create_task(b())
    await asyncio.sleep(0.01)
    try:
        ta.cancel()
    except RecursionError:
        print("RecursionError")
    print("still here", ta.done(), tb.done())


try:
    asyncio.run(main())
except RecursionError:
    print("run: RecursionError")
