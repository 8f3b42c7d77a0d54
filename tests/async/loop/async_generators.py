# Async generators under the loop: clean-up at the end of the run.
import asyncio


async def ticker(name, n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print(name, "closed")


class Stream:
    def __init__(self, queue): self.queue = queue
    def __aiter__(self): return self
    async def __anext__(self):
        item = await self.queue.get()
        if item is None:
            raise StopAsyncIteration
        return item


async def main():
    print([i async for i in ticker("full", 3)])
    agen = ticker("explicit", 5)
    async for i in agen:
        if i == 1:
            break
    await agen.aclose()
    queue = asyncio.Queue()
    for item in [1, 2, None]:
        queue.put_nowait(item)
    print([x async for x in Stream(queue)])
    async def interleaved(name):
        async for i in ticker(name, 2):
            print(name, i)
    await asyncio.gather(interleaved("x"), interleaved("y"))
    print([await anext(a) for a in [ticker("one", 1)]])
    left = ticker("left open", 3)
    print(await anext(left))
    print("main ends")
    keep.append(left)


keep = []
asyncio.run(main())
