# Queues that are shut down: gently, and at once.
import asyncio


async def worker(name, queue, log):
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(0.05)
            log.append((name, job))
            queue.task_done()
    except asyncio.QueueShutDown as stop:
        log.append((name, "stopped", repr(stop), str(stop), stop.args))


async def gentle():
    queue, log = asyncio.Queue(), []
    async with asyncio.TaskGroup() as tg:
        for name in "ab":
            tg.create_task(worker(name, queue, log))
        for job in range(4):
            await queue.put(job)
        queue.shutdown()
        await queue.join()
    print(*log, sep="\n")
    try:
        queue.put_nowait(9)
    except asyncio.QueueShutDown:
        print("no more")
    print(queue)


async def at_once():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    blocked = asyncio.create_task(queue.put("second"), name="blocked")
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print(queue.full(), blocked.done(), joiner.done())
    queue.shutdown(immediate=True)
    await joiner
    result = await asyncio.gather(blocked, return_exceptions=True)
    print(result, queue.qsize())
    try:
        await queue.get()
    except asyncio.QueueShutDown as e:
        print(type(e).__mro__)


async def main():
    await gentle()
    await at_once()
    q = asyncio.Queue()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e), e.args)
    q = asyncio.PriorityQueue(maxsize=3)
    for job in [(2, "code"), (1, "eat"), (3, "sleep")]:
        q.put_nowait(job)
    try:
        q.put_nowait((0, "x"))
    except asyncio.QueueFull as e:
        print(repr(e))
    while not q.empty():
        print(await q.get())
    q.put_nowait((1, {}))
    try:
        q.put_nowait((1, {}))
    except TypeError as e:
        print(e)
    stack = asyncio.LifoQueue()
    for x in "abc":
        await stack.put(x)
    print([stack.get_nowait() for _ in range(3)])

asyncio.run(main())
