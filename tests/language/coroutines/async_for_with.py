# async for and async with over classes, and what they demand.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Lines:
    def __init__(self, *lines): self.lines = list(lines)
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.lines: raise StopAsyncIteration
        return self.lines.pop(0)


class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        print("enter", self.name)
        return self.name.upper()
    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow


async def main():
    async for line in Lines("a", "b", "c"):
        if line == "a": continue
        print(line)
    async for a, (b, *c) in Lines((1, (2, 3, 4))):
        print(a, b, c)
    async with Manager("x") as x, Manager("y") as y:
        print(x, y)
    async with (Manager("z", swallow=True) as z, Manager("w")):
        raise ValueError(z)
    try:
        async with Manager("p"):
            raise KeyError("k")
    except KeyError as error:
        print("out", error)
    async def early():
        async with Manager("r"):
            return "returned"
    print(await early())
    for turn in range(2):
        async with Manager(f"loop{turn}"):
            if turn: break
            continue
    async def over(thing):
        async for _ in thing: pass
    async def within(thing):
        async with thing: pass
    class NoAnext:
        def __aiter__(self): return 5
    class BadAnext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    class OnlyEnter:
        async def __aenter__(self): pass
    class Sync:
        def __enter__(self): pass
        def __exit__(self, *e): pass
    for coroutine in [over([1]), over(NoAnext()), over(BadAnext()), within(5), within(OnlyEnter()), within(Sync())]:
        try:
            await coroutine
        except TypeError as error:
            print(error)
    try:
        with Manager("wrong"): pass
    except TypeError as error:
        print(error)
    try:
        for _ in Lines(): pass
    except TypeError as error:
        print(error)


run(main())
