# What can be awaited: generators of __await__, iterators, chains.
class FromIter:
    def __await__(self): return iter([1, 2, 3])


class FromCoroutine:
    def __await__(self): return helper().__await__()


class Delegating:
    def __await__(self):
        x = yield "first"
        y = yield from FromIter().__await__()
        return x, y


async def helper():
    await FromIter()
    return "helped"


def run(coroutine):
    seen = []
    while True:
        try:
            seen.append(coroutine.send(None))
        except StopIteration as stop:
            return seen, stop.value


async def main():
    a = await FromIter()
    b = await FromCoroutine()
    c = await Delegating()
    return a, b, c


class Sub:
    async def method(self, n): return [await self.method(n - 1), n] if n else "bottom"
    async def __aenter__(self): return self
    __call__ = method


print(run(main()))
print(run(Sub().method(3)), run(Sub()(1)))
async def conditional(flag): return (await helper()) if flag else "skipped"
async def operands(): return await helper() + await helper(), [await helper(), *await helper()], -len(await helper()), not await helper()
print(run(conditional(False)), run(conditional(True)), run(operands()))
print(run((lambda: helper())()))
async def deep(n): return await deep(n - 1) + 1 if n else 0
print(run(deep(200)))


async def sends():
    print(await Delegating())


s = sends()
print(s.send(None), s.send("to the generator"))
try:
    s.send("to the list iterator")
except AttributeError as error:
    print(error)
