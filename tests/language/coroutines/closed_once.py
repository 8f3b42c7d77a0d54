"""An asynchronous generator counts as closed from the first aclose() on, whatever came of it."""
import asyncio


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


async def tries(label, step):
    try:
        print(label, await step)
    except BaseException as error:
        print(label, type(error).__name__, error)


async def main():
    it = stubborn()
    print(await anext(it))
    await tries("aclose", it.aclose())
    await tries("aclose again", it.aclose())
    await tries("athrow", it.athrow(ValueError("x")))
    await tries("anext", anext(it))
    await tries("anext", anext(it))
    await tries("aclose at the end", it.aclose())
    await tries("athrow at the end", it.athrow(ValueError("x")))
    it = stubborn()
    await anext(it)
    await tries("aclose", it.aclose())
    del it
    await asyncio.sleep(0)
    task = asyncio.create_task(asyncio.sleep(0))
    print(task.get_name())
    await task


asyncio.run(main())
