# as_completed: in the order they finish, both ways to iterate.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    for next_one in asyncio.as_completed([work("c", 0.5), work("a", 0.1), work("b", 0.3)]):
        print(await next_one)
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [("x", 0.3), ("y", 0.1), ("bad", 0.5)]]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), task.exception() or task.result())
    try:
        async for task in asyncio.as_completed([work("in time", 0.001), work("late", 1)], timeout=0.5):
            print(await task)
    except TimeoutError as error:
        print("timeout", error)
    print([await f for f in asyncio.as_completed([])])


asyncio.run(main())
