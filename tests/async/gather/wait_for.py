# wait_for: in time, too late, cancelled, failing.
import asyncio


async def work(delay, value="value"):
    try:
        await asyncio.sleep(delay)
        return value
    except asyncio.CancelledError as error:
        print("cancelled inside", error.args)
        raise
    finally:
        print("finally")


async def main():
    print(await asyncio.wait_for(work(0.001), 1), await asyncio.wait_for(work(0), None))
    try:
        await asyncio.wait_for(work(10), 0.01)
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__), asyncio.TimeoutError is TimeoutError)
    try:
        await asyncio.wait_for(work(10), 0)
    except TimeoutError:
        print("zero timeout")
    task = asyncio.create_task(work(0, "done task"))
    await task
    print(await asyncio.wait_for(task, 0))
    async def fails(): raise ValueError("inside")
    try:
        await asyncio.wait_for(fails(), 1)
    except ValueError as error:
        print(error)
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.01)
            return "returned anyway"
    try:
        print(await asyncio.wait_for(stubborn(), 0.01))
    except TimeoutError:
        print("timeout although it returned")
    async def raises_on_cancel():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("instead")
    try:
        await asyncio.wait_for(raises_on_cancel(), 0.01)
    except KeyError as error:
        print("its own error", error)
    outer = asyncio.create_task(asyncio.wait_for(work(10), 5))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print(future.cancelled())
    try:
        await asyncio.wait_for(asyncio.sleep(0.05), timeout=-1)
    except TimeoutError:
        print("negative")


asyncio.run(main())
