# Timeouts with a fallback: wait_for, timeout, timeout_at, reschedule.
import asyncio


async def slow(delay, value):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as stop:
        print("  cancelled", value, stop.args)
        raise
    return value


async def first_or(default, aw, limit):
    try:
        return await asyncio.wait_for(aw, limit)
    except TimeoutError as late:
        print("  late", repr(late), repr(late.__cause__), type(late) is asyncio.TimeoutError)
        return default


async def main():
    print(await first_or("cache", slow(0.05, "net"), 1))
    print(await first_or("cache", slow(1, "net"), 0.05))
    print(await first_or("cache", slow(0, "now"), 0))
    print(await first_or("cache", slow(0.05, "none"), None))
    loop = asyncio.get_running_loop()
    print(asyncio.timeout(None))
    try:
        async with asyncio.timeout(0.05) as cm:
            print(cm.expired(), cm.when() is not None)
            await slow(2, "inside")
    except TimeoutError:
        print("expired", cm.expired(), cm)
    async with asyncio.timeout_at(loop.time() + 0.05) as cm:
        cm.reschedule(loop.time() + 5)
        print(await slow(0.1, "rescheduled"), cm.expired())
    print(cm)
    try:
        cm.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with cm:
            pass
    except RuntimeError as error:
        print(error)
    # an outer timeout that ends before the inner
    try:
        async with asyncio.timeout(0.05) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                print("never")
            finally:
                print("inner", inner.expired())
    except TimeoutError:
        print("outer", outer.expired())
    # other errors go through
    try:
        async with asyncio.timeout(0.05):
            raise LookupError("mine")
    except LookupError as e:
        print(repr(e), e.__context__)
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(0)
    except TimeoutError as e:
        print("negative", repr(e), repr(e.__cause__), repr(e.__context__))
    t = asyncio.current_task()
    print(t.cancelling(), t.uncancel())
    try:
        async with asyncio.timeout("1"):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
