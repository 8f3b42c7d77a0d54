# AsyncExitStack: exits that are called and exits that are awaited, in one order.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress


def contexts(error):
    seen = []
    while error is not None and len(seen) < 9:
        seen.append(repr(error))
        error = error.__context__
    return seen


class Gate:
    def __init__(self, name, answer=None, error=None): self.name, self.answer, self.error = name, answer, error

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("aenter", self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("aexit", self.name, kind and kind.__name__, error)
        if self.error:
            raise self.error
        return self.answer


class Door(Gate):
    def __enter__(self): print("enter", self.name); return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        if self.error:
            raise self.error
        return self.answer


@asynccontextmanager
async def room(name):
    print("room", name)
    try:
        yield name
    finally:
        print("leave", name)


async def bye(*words, end="."):
    await asyncio.sleep(0)
    print("bye", *words, end=end + "\n")


async def run(*gates, error=None):
    try:
        async with AsyncExitStack() as stack:
            for gate in gates:
                if isinstance(gate, Door):
                    stack.enter_context(gate)
                else:
                    await stack.enter_async_context(gate)
            if error:
                raise error
    except Exception as caught:
        print(contexts(caught))
    else:
        print("quiet")


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(Gate("a")), stack.enter_context(Door("b")))
        print(await stack.enter_async_context(room("r")))
        print(stack.push_async_callback(bye, 1, 2, end="!") is bye, stack.callback(print, "plain") is print)
        gate = Gate("pushed")
        print(stack.push_async_exit(gate) is gate)

        @stack.push_async_exit
        async def details(*args):
            print("details", args)

        stack.push(lambda *args: print("pushed", args))

    await run(Gate("1"), Gate("2", answer=True), Door("3"), error=ValueError("v"))
    await run(Gate("1", error=IndexError(1)), Door("2", error=KeyError(2)), Gate("3", error=OSError(3)),
              error=TypeError("t"))
    await run(Gate("1", answer=True), Door("2", error=KeyError(2)))
    await run(Door("1", error=IndexError(1)), Gate("2", error=KeyError(2)))
    try:
        raise OSError("around")
    except OSError:
        await run(Gate("1", error=IndexError(1)), Gate("2", error=KeyError(2)), error=TypeError("body"))

    stack = AsyncExitStack()
    stack.push_async_callback(bye, "moved")
    moved = stack.pop_all()
    await stack.aclose()
    print(type(moved).__name__)
    await moved.aclose()

    class Plain:
        def __enter__(self): return self
        def __exit__(self, *details): pass

    async with AsyncExitStack() as stack:
        for enter in [lambda: stack.enter_async_context(1), lambda: stack.enter_async_context(Plain())]:
            try:
                await enter()
            except TypeError as error:
                print(error)
        for wrong in [lambda: stack.enter_context(Gate("g")), lambda: stack.push_async_callback(),
                      lambda: AsyncExitStack(1)]:
            try:
                wrong()
            except TypeError as error:
                print(error)
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(print, "not a coroutine function")
    except TypeError as error:
        print(error)
    print(hasattr(stack, "__enter__"), hasattr(stack, "close"))

    # Cancellation goes through all exits.
    async def cancelled():
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Gate("c"))
            stack.push_async_callback(bye, "cancelled")
            await asyncio.sleep(100)

    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0.01)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    print(task.cancelled())


asyncio.run(main())
