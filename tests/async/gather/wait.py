# wait: all, first completed, first exception, timeout.
import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name


def make(*specs):
    return [asyncio.create_task(work(*spec), name=spec[0]) for spec in specs]


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    done, pending = await asyncio.wait(make(("a", 0.02), ("b", 0.01)))
    print(names(done), names(pending), sorted(t.result() for t in done))
    tasks = make(("a", 0.7), ("b", 0.1), ("c", 0.4, True))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), type(done).__name__)
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending), [repr(t.exception()) for t in tasks])
    for bad in [([], {}), (make(("x", 0)), {"return_when": "whenever"}), (tasks[0], {})]:
        try:
            await asyncio.wait(bad[0], **bad[1])
        except (ValueError, TypeError) as error:
            print(type(error).__name__, str(error).split("<")[0])
    c = work("c", 0)
    try:
        await asyncio.wait([c])
    except TypeError as error:
        print(error)
    c.close()
    slow = make(("slow", 10))
    waiting = asyncio.create_task(asyncio.wait(slow))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("the wait is cancelled, the task is not", slow[0].cancelled(), slow[0].done())
    slow[0].cancel()
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)


asyncio.run(main())
