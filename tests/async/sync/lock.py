# Lock: first come, first served.
import asyncio


async def worker(name, lock):
    print(name, "wants")
    async with lock:
        print(name, "has")
        await asyncio.sleep(0)
        print(name, "releases")


async def main():
    lock = asyncio.Lock()
    print(lock.locked(), repr(lock).split("[")[1])
    await asyncio.gather(*(worker(n, lock) for n in "abc"))
    print(await lock.acquire(), lock.locked(), repr(lock).split("[")[1])
    waiting = asyncio.create_task(worker("w", lock))
    impatient = asyncio.create_task(worker("impatient", lock))
    third = asyncio.create_task(worker("third", lock))
    await asyncio.sleep(0)
    print(repr(lock).split("[")[1])
    impatient.cancel()
    await asyncio.sleep(0)
    lock.release()
    print("released", lock.locked())
    await asyncio.gather(waiting, third)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock: pass
    except TypeError as error:
        print(error)
    await lock.acquire()
    first = asyncio.create_task(worker("first", lock))
    await asyncio.sleep(0)
    lock.release()
    second = asyncio.create_task(worker("second", lock))
    print("locked between", lock.locked())
    await asyncio.gather(first, second)
    async def fails():
        async with lock:
            raise ValueError("inside")
    try:
        await fails()
    except ValueError as error:
        print(error, lock.locked())
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError:
        print("timeout", lock.locked())
    lock.release()
    async with lock as value:
        print(value)


asyncio.run(main())
