# set_result wakes waiters in the order they came; wake-ups keep the queue's order.
import asyncio


async def wait_on(name, future, order):
    await future
    order.append(name)


async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    order = []
    tasks = [asyncio.create_task(wait_on(n, f if i % 2 else g, order)) for i, n in enumerate("abcdef")]
    await asyncio.sleep(0)
    f.add_done_callback(lambda _: order.append("callback after the waiters"))
    g.set_result(None)
    f.set_result(None)
    loop.call_soon(order.append, "soon")
    await asyncio.gather(*tasks)
    print(order)
    order = []
    async def hop(name, n):
        for i in range(n):
            order.append(f"{name}{i}")
            await asyncio.sleep(0)
    async def nested(name):
        order.append(f"{name} in")
        await hop(name, 1)
        order.append(f"{name} out")
        return name
    done = await asyncio.gather(hop("a", 3), nested("b"), hop("c", 2), nested("d"))
    print(order, done)
    order = []
    async def chain(n):
        if n:
            await asyncio.create_task(chain(n - 1))
        order.append(n)
    await asyncio.gather(chain(3), chain(1), hop("h", 8))
    print(order)


asyncio.run(main())
