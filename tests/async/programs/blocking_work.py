# Blocking work in threads, beside coroutines that go on.
import asyncio
import time


def blocking(n):
    time.sleep(0.1)
    if n == 2:
        raise OSError(5, "disk on fire", "b.txt")
    return n * n


async def heart(beats):
    while True:
        beats.append(1)
        await asyncio.sleep(0.05)


async def main():
    loop = asyncio.get_running_loop()
    beats = []
    pulse = asyncio.create_task(heart(beats))
    print(await asyncio.gather(*(asyncio.to_thread(blocking, n) for n in range(4)), return_exceptions=True))
    print(len(beats) >= 2)
    print(await loop.run_in_executor(None, blocking, 5))
    try:
        await loop.run_in_executor(None, blocking, 2)
    except OSError as error:
        print(error)
    future = loop.run_in_executor(None, time.sleep, 0.05)
    print(type(future).__name__, future.done(), await future)

    async def greet(name):
        await asyncio.sleep(0)
        return f"hello {name}"

    def from_thread():
        return asyncio.run_coroutine_threadsafe(greet("thread"), loop).result(timeout=5)

    print(await asyncio.to_thread(from_thread))
    seen = asyncio.Event()
    await asyncio.to_thread(loop.call_soon_threadsafe, seen.set)
    await seen.wait()

    def no_loop():
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            return str(error)

    print(await asyncio.to_thread(no_loop))
    print(await asyncio.to_thread(lambda **kw: kw, a=1))
    pulse.cancel()
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.2), 0.05)
    except TimeoutError:
        print("left the thread behind")
    try:
        await asyncio.to_thread(3)
    except TypeError as e:
        print(e)


asyncio.run(main())
