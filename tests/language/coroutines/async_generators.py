# Async generators: asend, athrow, aclose, async for.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Pause:
    def __await__(self): yield


async def ticker(n):
    try:
        for i in range(n):
            await Pause()
            received = yield i
            if received: print("received", received)
    except ValueError as error:
        print("caught", error)
        yield "after error"
    finally:
        await Pause()
        print("finally")


async def main():
    print([x async for x in ticker(3)])
    agen = ticker(5)
    print(type(agen).__name__, agen.__name__, agen.__aiter__() is agen)
    print(await anext(agen), await agen.asend("hello"), await agen.__anext__())
    print(await agen.athrow(ValueError("v")))
    try:
        await anext(agen)
    except StopAsyncIteration:
        print("stopped")
    print(await anext(agen, "default"))
    agen = ticker(5)
    async for x in agen:
        if x == 1: break
    else:
        print("never")
    await agen.aclose()
    print(await anext(agen, "closed"))
    async for x in ticker(1):
        pass
    else:
        print("loop else")
    agen = ticker(2)
    try:
        await agen.asend("early")
    except TypeError as error:
        print(error)
    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    s = stubborn()
    await anext(s)
    try:
        await s.aclose()
    except RuntimeError as error:
        print(error)
    async def bad(): yield 1; raise StopAsyncIteration
    try:
        async for x in bad(): pass
    except RuntimeError as error:
        print(error)
    async def bad2(): yield 1; raise StopIteration
    try:
        async for x in bad2(): pass
    except RuntimeError as error:
        print(error)


run(main())
