# What must not be cancelled goes behind a shield.
import asyncio


async def save(log):
    log.append("saving")
    await asyncio.sleep(0.1)
    log.append("saved")
    return len(log)


async def request(log):
    try:
        return await asyncio.shield(save(log))
    except asyncio.CancelledError:
        log.append("request cancelled")
        raise


async def fails():
    await asyncio.sleep(0.05)
    raise ValueError("inside")


async def main():
    log = []
    task = asyncio.create_task(request(log))
    await asyncio.sleep(0.05)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), log)
    await asyncio.sleep(0.1)
    print(log)
    inner = asyncio.ensure_future(save(log))
    outer = asyncio.shield(inner)
    try:
        await asyncio.wait_for(outer, 0.05)
    except TimeoutError:
        print("timeout", inner.done(), outer.cancelled())
    print(await inner)
    inner = asyncio.create_task(fails())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0.1)
    print(inner.exception())
    print(asyncio.shield(outer) is outer)
    done = asyncio.get_running_loop().create_future()
    done.set_result("early")
    print(asyncio.shield(done) is done, await done)
    # a stubborn task refuses the first cancellation
    async def stubborn():
        me = asyncio.current_task()
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as stop:
            print("refused", stop, me.cancelling(), me.uncancel())
        await asyncio.sleep(0.05)
        return "survived"
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel("please"), task.cancelling())
    print(await task, task.cancelled(), task.cancel())


asyncio.run(main())
