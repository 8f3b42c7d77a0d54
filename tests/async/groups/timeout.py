# asyncio.timeout: expiry, reschedule, nesting, reuse.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as t:
            await asyncio.sleep(10)
    except TimeoutError as error:
        print("expired", t.expired(), repr(error), repr(error.__cause__))
    async with asyncio.timeout(1) as t:
        await asyncio.sleep(0)
    print(t.expired(), t.when() is not None)
    async with asyncio.timeout(None) as t:
        print(t.when(), t.expired())
        t.reschedule(loop.time() + 0.01)
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("inside", error.args)
            stopped = True
        print("went on", stopped)
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("never: the outer one expired")
    except TimeoutError:
        print("outer", outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(5) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner", outer.expired(), inner.expired())
            await asyncio.sleep(0)
            print("outer goes on")
    except TimeoutError:
        print("never")
    try:
        async with asyncio.timeout_at(loop.time() + 0.005):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout_at")
    try:
        async with asyncio.timeout(0):
            print("body runs")
            await asyncio.sleep(0)
            print("after sleep(0)")
            await asyncio.sleep(0.01)
            print("never")
    except TimeoutError:
        print("zero")
    try:
        async with asyncio.timeout(1):
            raise KeyError("own error")
    except KeyError as error:
        print(error)
    late = asyncio.timeout(1)
    try:
        late.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with late: pass
    for misuse in [lambda: late.reschedule(None)]:
        try:
            misuse()
        except RuntimeError as error:
            print(error)
    try:
        async with late: pass
    except RuntimeError as error:
        print(error)
    async def cancelled_from_outside():
        async with asyncio.timeout(5):
            await asyncio.sleep(10)
    t = asyncio.create_task(cancelled_from_outside())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("a cancellation is no timeout", t.cancelled())
    print(repr(asyncio.timeout(None)), asyncio.current_task().cancelling())


asyncio.run(main())
