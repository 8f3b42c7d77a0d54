# gather and exceptions: the first one comes out, the others go on.
import asyncio


async def good(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise
    print(name, "finished")
    return name


async def bad(name, delay, error):
    await asyncio.sleep(delay)
    print(name, "fails")
    raise error


async def main():
    try:
        await asyncio.gather(good("slow", 0.6), bad("x", 0.1, ValueError("x")), bad("y", 0.35, KeyError("y")))
    except ValueError as error:
        print("gather raised", repr(error))
    await asyncio.sleep(0.7)
    results = await asyncio.gather(good("a", 0.01), bad("b", 0, ValueError("b")), bad("c", 0, asyncio.CancelledError("c")), return_exceptions=True)
    print([repr(r) for r in results])
    group = asyncio.gather(good("p", 1), good("q", 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled", group.cancelled())
    child = asyncio.create_task(good("child", 1))
    group = asyncio.gather(child, good("other", 0.01))
    await asyncio.sleep(0)
    child.cancel("the child only")
    try:
        await group
    except asyncio.CancelledError as error:
        print("one cancelled child", error.args, group.cancelled())
    await asyncio.sleep(0.1)
    async def outer():
        return await asyncio.gather(good("in1", 1), good("in2", 1))
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.001)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("outer cancelled")


asyncio.run(main())
