# wait and as_completed in all their forms.
import asyncio


async def job(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start(*specs):
    return [asyncio.create_task(job(*s), name=s[0]) for s in specs]


async def main():
    tasks = start(("fast", 0.05), ("slow", 0.4), ("mid", 0.15))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=0.2)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print(names(done), pending)
    tasks = start(("ok", 0.05), ("bad", 0.15, KeyError("k")), ("late", 0.5))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [t.exception() for t in done if t.get_name() == "bad"])
    for t in pending:
        t.cancel("too late")
    print(await asyncio.gather(*pending, return_exceptions=True))

    for earliest in asyncio.as_completed(start(("c", 0.25), ("a", 0.05), ("b", 0.15))):
        print(await earliest, end=" ")
    print()
    tasks = start(("c", 0.25), ("a", 0.05), ("b", 0.15, ValueError("b")))
    async for t in asyncio.as_completed(tasks):
        print(t.get_name(), t in tasks, t.exception() or t.result())
    try:
        async for t in asyncio.as_completed(start(("x", 0.05), ("y", 3)), timeout=0.15):
            print(t.get_name())
    except TimeoutError as error:
        print(repr(error))
    try:
        for c in asyncio.as_completed([job("p", 0.05), job("q", 3)], timeout=0.15):
            print(await c)
    except TimeoutError as error:
        print(repr(error))
    for bad in ([], None):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    c = job("z", 0)
    try:
        await asyncio.wait([c])
    except TypeError as error:
        print(error)
    c.close()
    try:
        await asyncio.wait(start(("w", 0)), return_when="never")
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait(asyncio.create_task(job("v", 0)))
    except TypeError as e:
        print(e)
    print(await asyncio.gather())
    print([x async for x in asyncio.as_completed([])])


asyncio.run(main())
