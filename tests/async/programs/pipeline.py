# Stages joined by bounded queues; a sentinel ends each stage in turn.
import asyncio

DONE = object()


async def numbers(out, limit):
    for n in range(1, limit + 1):
        await out.put(n)
    await out.put(DONE)
    print("source finished")


async def stage(name, fn, source, sink):
    handled = 0
    while (item := await source.get()) is not DONE:
        try:
            result = fn(item)
        except ZeroDivisionError as error:
            print(f"{name}: skipped {item}: {error}")
        else:
            handled += 1
            await sink.put(result)
        finally:
            source.task_done()
    source.task_done()
    await sink.put(DONE)
    print(f"{name} finished after {handled}")
    return handled


async def collect(source):
    got = []
    while True:
        item = await source.get()
        source.task_done()
        if item is DONE:
            return got
        got.append(item)


async def main():
    a, b, c = (asyncio.Queue(maxsize=2) for _ in range(3))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(numbers(a, 8), name="source")
        squares = tg.create_task(stage("square", lambda n: n * n, a, b))
        ratios = tg.create_task(stage("ratio", lambda n: 100 // (n - 9), b, c))
        total = tg.create_task(collect(c))
    print(squares.result(), ratios.result(), total.result())
    await asyncio.gather(a.join(), b.join(), c.join())
    print(a.qsize(), b.empty(), c.full(), a)
    d = asyncio.Queue()
    d.put_nowait("x")
    print(d)
    try:
        d.task_done(); d.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
