# Publish and subscribe: topics, slow subscribers that lose messages, unsubscribing by leaving a block.
import asyncio


class Bus:
    def __init__(self):
        self.topics: dict[str, set[asyncio.Queue]] = {}

    def subscribe(self, topic, size=0):
        return Subscription(self, topic, size)

    def publish(self, topic, message):
        lost = 0
        for queue in self.topics.get(topic, ()):
            try:
                queue.put_nowait(message)
            except asyncio.QueueFull:
                lost += 1
        return lost


class Subscription:
    def __init__(self, bus, topic, size):
        self.bus, self.topic = bus, topic
        self.queue = asyncio.Queue(size)

    async def __aenter__(self):
        self.bus.topics.setdefault(self.topic, set()).add(self.queue)
        return self

    async def __aexit__(self, *exc_info):
        self.bus.topics[self.topic].discard(self.queue)
        self.queue.shutdown()

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.queue.get()
        except asyncio.QueueShutDown:
            raise StopAsyncIteration from None


async def listen(bus, name, topic, stop_at, size=0, pause=0.0):
    heard = []
    async with bus.subscribe(topic, size) as messages:
        async for message in messages:
            heard.append(message)
            if message == stop_at:
                break
            await asyncio.sleep(pause)
    return name, heard


async def main():
    bus = Bus()
    tasks = [
        asyncio.create_task(listen(bus, "quick", "news", 5)),
        asyncio.create_task(listen(bus, "slow", "news", 99, size=2, pause=0.2)),
        asyncio.create_task(listen(bus, "other", "sport", 1)),
    ]
    await asyncio.sleep(0)
    lost = 0
    for n in range(6):
        lost += bus.publish("news", n)
        await asyncio.sleep(0)
    print("lost", lost, "unheard", bus.publish("empty", 0))
    bus.publish("sport", 1)
    await asyncio.sleep(1)
    bus.publish("news", 99)
    for name, heard in await asyncio.gather(*tasks):
        print(f"{name:>6}: {heard}")
    print({topic: len(queues) for topic, queues in sorted(bus.topics.items())})


asyncio.run(main())
