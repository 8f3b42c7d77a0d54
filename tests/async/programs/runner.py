# Several runs with one loop; factories; eager tasks.
import asyncio

log = []


async def quick(n):
    log.append(n)
    return n


async def slow(n):
    log.append(n)
    await asyncio.sleep(0)
    log.append(-n)
    return n


async def lingering():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled at the end of the run")
        raise


async def first():
    asyncio.create_task(lingering())
    await asyncio.sleep(0)
    return asyncio.current_task().get_name(), len(asyncio.all_tasks())


with asyncio.Runner(debug=False) as runner:
    print(runner.run(first()))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), runner.run(quick(1)))
    try:
        runner.run(quick)
    except TypeError as error:
        print(error)
    print(runner.get_loop() is loop)
print(loop.is_closed(), loop)
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    log.clear()
    a = asyncio.create_task(quick(2))
    b = asyncio.create_task(slow(3))
    print(a.done(), b.done(), log, a.result())
    print(await asyncio.gather(a, b), log)
    c = asyncio.create_task(slow(4), eager_start=False)
    print(log[-1])
    await c
    asyncio.get_running_loop().set_task_factory(None)
    d = asyncio.Task(quick(5), eager_start=True, loop=asyncio.get_running_loop())
    print(d.done(), d.result())


asyncio.run(eager())


async def again():
    c = quick(6)
    try:
        asyncio.run(c)
    except RuntimeError as error:
        print(error)
        c.close()


asyncio.run(again())
try:
    asyncio.run(3)
except TypeError as e:
    print(e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)


async def generator_left_open():
    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            print("generator closed")
    async for n in numbers():
        print(n)
        return n


print(asyncio.run(generator_left_open()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(quick(7)))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
c = quick(8)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
    c.close()
