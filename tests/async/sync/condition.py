# Condition: wait, wait_for, notify, notify_all.
import asyncio


async def consumer(name, condition, items):
    async with condition:
        while not items:
            print(name, "waits")
            await condition.wait()
            print(name, "woken", len(items))
        print(name, "takes", items.pop(0))


async def main():
    condition, items = asyncio.Condition(), []
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in "abc"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with condition:
        items.append(1)
        condition.notify()
        print("notified one", condition.locked())
    await asyncio.sleep(0.001)
    async with condition:
        items.extend([2, 3])
        condition.notify_all()
        print("notified all")
    await asyncio.gather(*tasks)
    for misuse in [condition.wait, condition.notify, condition.notify_all, condition.release]:
        try:
            result = misuse()
            if result is not None:
                await result
        except RuntimeError as error:
            print(error)
    async def predicate():
        async with condition:
            return await condition.wait_for(lambda: len(items) >= 2 and "enough")
    t = asyncio.create_task(predicate())
    await asyncio.sleep(0)
    for n in range(2):
        async with condition:
            items.append(n)
            condition.notify_all()
        await asyncio.sleep(0)
    print(await t)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with shared:
        print(lock.locked(), shared.locked())
    async def cancelled_waiter():
        async with shared:
            try:
                await shared.wait()
            finally:
                print("holds the lock again", shared.locked())
    t = asyncio.create_task(cancelled_waiter())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", shared.locked())
    try:
        async with shared:
            await asyncio.wait_for(shared.wait(), 0.01)
    except TimeoutError:
        print("timeout", shared.locked())


asyncio.run(main())
