# The texts for sync things in async places.
import asyncio


class SyncManager:
    def __enter__(self): return self
    def __exit__(self, *error): pass


def plain(): return 5


async def main():
    async def attempt(body):
        try:
            await body()
        except (TypeError, AttributeError) as error:
            print(error)
    async def await_plain(): await plain()
    async def await_function(): await main
    async def with_sync():
        async with SyncManager(): pass
    async def with_async():
        with asyncio.Lock(): pass
    async def for_list():
        async for x in [1]: pass
    async def gather_list(): await asyncio.gather([plain])
    async def sleep_text(): await asyncio.sleep("1")
    async def wait_for_int(): await asyncio.wait_for(5, 1)
    async def task_of_function(): asyncio.create_task(plain)
    async def ensure(): asyncio.ensure_future(5)
    async def shield(): await asyncio.shield(5)
    for body in [await_plain, with_sync, with_async, for_list, gather_list, sleep_text, wait_for_int, ensure, shield]:
        await attempt(body)
    print(asyncio.iscoroutine(c := attempt(await_plain)), asyncio.iscoroutine(5))
    await c
    for body in (await_function, task_of_function):
        try:
            await body()
        except TypeError as error:
            print(str(error).split("<")[0])


asyncio.run(main())
