# asynccontextmanager: one yield, exceptions in and out, decorators, messages.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def link(name, swallow=()):
    """Opens a link."""
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    except swallow as error:
        print("swallow", repr(error))
    finally:
        await asyncio.sleep(0)
        print("close", name)


@asynccontextmanager
async def asilent():
    if False:
        yield


@asynccontextmanager
async def atwice():
    yield
    yield


@asynccontextmanager
async def astubborn():
    try:
        yield
    except Exception:
        yield


@link("deco")
async def work(x):
    """Works."""
    await asyncio.sleep(0)
    return x * 2


async def ause(manager, error=None):
    async with manager as value:
        if error is not None:
            raise error
        return value


async def main():
    print(await ause(link("a")), link.__doc__, link("x").__doc__)
    for manager, error in [(link("b"), OSError("o")), (link("c", OSError), OSError("p")), (asilent(), None),
                           (atwice(), None),
                           (astubborn(), KeyError(1)), (link("d"), asyncio.CancelledError("c"))]:
        try:
            print(await ause(manager, error))
        except BaseException as caught:
            print(type(caught).__name__, caught, caught is error)
    for error in [StopAsyncIteration("s"), RuntimeError("r"), ZeroDivisionError("z")]:
        try:
            async with link("e"):
                raise error
        except BaseException as caught:
            print(type(caught).__name__, caught is error, caught.__context__)
    print(await work(4), await work(5), work.__doc__)
    try:
        await ause(asynccontextmanager(lambda: 3)())
    except TypeError as error:
        print(error)
    print(type(link("x")).__name__)


asyncio.run(main())
