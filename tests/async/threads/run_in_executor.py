# clock: real
# run_in_executor and call_soon_threadsafe.
import asyncio
import time


def work(n):
    time.sleep(0.01 * (3 - n))
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, work, n) for n in range(3)]
    print(type(futures[0]).__name__, await asyncio.gather(*futures))
    done = asyncio.Event()
    def from_thread():
        loop.call_soon_threadsafe(print, "in the loop")
        loop.call_soon_threadsafe(done.set)
        return "thread done"
    print(await asyncio.gather(loop.run_in_executor(None, from_thread), done.wait()))
    def submit():
        future = asyncio.run_coroutine_threadsafe(answer(), loop)
        return future.result()
    async def answer():
        await asyncio.sleep(0)
        return 42
    print(await asyncio.to_thread(submit))
    try:
        await loop.run_in_executor(None, lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(error)


asyncio.run(main())
