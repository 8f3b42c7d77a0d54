# Async generators chained into a pipeline, with clean-up on early exit.
import asyncio


class closing:
    def __init__(self, gen):
        self.gen = gen

    async def __aenter__(self):
        return self.gen

    async def __aexit__(self, *_):
        await self.gen.aclose()


async def ticker(n, log):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    except GeneratorExit:
        log.append("ticker closed")
        raise
    finally:
        log.append("ticker done")


async def batched(source, size):
    batch = []
    async for item in source:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


async def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"


async def main():
    log = []
    print([b async for b in batched(ticker(7, log), 3)], log)
    log.clear()
    async with closing(ticker(100, log)) as numbers:
        async for n in numbers:
            if n == 2:
                break
    print(log)
    gen = echo()
    print(await gen.asend(None), await gen.asend(1), await gen.athrow(ValueError("x")))
    await gen.aclose()
    try:
        await anext(gen)
    except StopAsyncIteration as e:
        print(repr(e))
    print(await anext(gen, "default"))
    print({n: n * n async for n in ticker(4, log) if n % 2})
    gen = ticker(3, log)
    step = gen.asend(None)
    t = asyncio.create_task(anext_of(gen))
    await asyncio.sleep(0)
    try:
        await step
    except RuntimeError as e:
        print(e)
    print(await t)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in gen:
            pass
    except TypeError as e:
        print(e)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)
    try:
        async with len:
            pass
    except TypeError as e:
        print(e)
    await gen.aclose()


async def anext_of(g):
    return await anext(g)


asyncio.run(main())
