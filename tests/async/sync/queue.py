# Queue: put, get, sizes, waiting, join.
import asyncio


async def producer(queue, count):
    for n in range(count):
        await queue.put(n)
        print("put", n, queue.qsize())


async def consumer(queue, count):
    for _ in range(count):
        print("got", await queue.get(), queue.qsize())
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.maxsize, queue.qsize(), queue.empty(), queue.full())
    await asyncio.gather(producer(queue, 5), consumer(queue, 5))
    await queue.join()
    queue.put_nowait("x")
    queue.put_nowait("y")
    print(queue.full(), queue.get_nowait(), queue.get_nowait(), queue.empty())
    for misuse in [queue.get_nowait, lambda: [queue.put_nowait(n) for n in range(3)]]:
        try:
            misuse()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as error:
            print(type(error).__name__, error.args, queue.qsize())
    for _ in range(4):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    print(queue.get_nowait(), queue.get_nowait())
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    await queue.put("first")
    await queue.put("second")
    print(await getters[1], await getters[2], getters[0].cancelled())
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except TimeoutError:
        print("nothing came", queue.qsize())
    unbounded = asyncio.Queue()
    for n in range(100):
        unbounded.put_nowait(n)
    print(unbounded.qsize(), unbounded.full(), [await unbounded.get() for _ in range(3)])
    waiting = asyncio.create_task(unbounded.join())
    await asyncio.sleep(0)
    for _ in range(100):
        unbounded.task_done()
    await waiting
    print("joined", repr(queue)[:6], type(asyncio.QueueEmpty()).__mro__[1])


asyncio.run(main())
