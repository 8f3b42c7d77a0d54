# Asynchronous comprehensions of all kinds.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def numbers(n):
    for i in range(n):
        yield i


async def double(x): return x * 2
async def truth(x): return x % 2 == 1


async def main():
    print([x async for x in numbers(4)], {x % 2 async for x in numbers(4)}, {x: x * x async for x in numbers(3)})
    print([await double(x) for x in range(4)], [x for x in range(6) if await truth(x)], [await double(x) async for x in numbers(5) if await truth(x)])
    print([(a, b) async for a in numbers(3) for b in range(a)], [(a, b) for a in range(3) async for b in numbers(a)])
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    gen = (await double(x) async for x in numbers(3))
    print(type(gen).__name__, [x async for x in gen])
    gen = (x async for x in numbers(3) if x)
    print(await anext(gen), await anext(gen), await anext(gen, "end"))
    print({await double(k): await double(v) for k, v in {1: 2}.items()})
    n = 3
    print([x + n async for x in numbers(n)], [x for x in [await double(5), 1]])
    async def inner(): return [x + n for x in await wrapped()]
    async def wrapped(): return [n]
    print(await inner())
    print([last := x async for x in numbers(3)], last)
    print(sum([x async for x in numbers(5)]), [i async for i in (j async for j in numbers(2))])
    try:
        sum(x async for x in numbers(2))
    except TypeError as error:
        print(error)


run(main())
