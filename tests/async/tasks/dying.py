# Tasks that end in every state: never started, waiting, cancelled, failed, done, in a loop that is closed under them.
import asyncio
import gc


class Witness:
    alive = 0

    def __init__(self):
        Witness.alive += 1

    def __del__(self):
        Witness.alive -= 1


async def wait(event, witness):
    try:
        await event.wait()
        return "told"
    finally:
        witness = None


async def fail(witness):
    await asyncio.sleep(0)
    raise ValueError("inside")


async def main():
    event = asyncio.Event()
    never_started = asyncio.create_task(wait(event, Witness()), name="never started")
    never_started.cancel()
    waiting = asyncio.create_task(wait(event, Witness()), name="waiting")
    cancelled = asyncio.create_task(wait(event, Witness()), name="cancelled")
    failed = asyncio.create_task(fail(Witness()), name="failed")
    await asyncio.sleep(0)
    cancelled.cancel("enough")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("in the middle", failed.exception())
    event.set()
    print(await waiting)
    tasks = [never_started, waiting, cancelled, failed]
    print([(task.get_name(), task.done(), task.cancelled()) for task in tasks])
    del tasks, never_started, waiting, cancelled, failed, event
    print("alive", Witness.alive)
    # Left waiting: the runner cancels them.
    left = [asyncio.create_task(wait(asyncio.Event(), Witness())) for _ in range(3)]
    await asyncio.sleep(0)
    asyncio.create_task(wait(asyncio.Event(), Witness()), name="not begun when the runner ends")
    return left


left = asyncio.run(main())
print([task.cancelled() for task in left])
del left
gc.collect()
print("alive after the run", Witness.alive)

# A task that holds itself, and one that holds its own result.
async def cycle():
    task = asyncio.current_task()
    await asyncio.sleep(0)
    return task


async def cycles():
    task = asyncio.create_task(cycle())
    assert await task is task
    witness = Witness()
    async def own():
        held = task, witness
        await asyncio.sleep(0)
        return held
    task = asyncio.create_task(own())
    await task


asyncio.run(cycles())
gc.collect()
print("alive after cycles", Witness.alive)

# A loop that is stopped and closed while tasks wait.
loop = asyncio.new_event_loop()
event = asyncio.Event()
tasks = [loop.create_task(wait(event, Witness()), name=f"pending {n}") for n in range(2)]
for task in tasks:
    task._log_destroy_pending = False
loop.call_soon(loop.stop)
loop.run_forever()
print([task.done() for task in tasks])
loop.close()
for task in tasks:
    try:
        task.cancel()
    except RuntimeError as error:
        print(error)
del task, tasks, event, loop
gc.collect()
print("alive after the loop was closed", Witness.alive)
