# A pipeline over queues: one producer, three workers, one collector. The queues
# are short, so a fast producer waits for slow workers (that is backpressure),
# and shutting a queue down tells its readers that nothing more will come.
import asyncio


async def produce(numbers, jobs):
    for number in numbers:
        await jobs.put(number)
    jobs.shutdown()


async def work(jobs, results):
    while True:
        try:
            number = await jobs.get()
        except asyncio.QueueShutDown:
            return
        await asyncio.sleep(0.01)  # stands for a request, a query, a file
        await results.put((number, number * number))


async def collect(results, count):
    table = {}
    for _ in range(count):
        number, square = await results.get()
        table[number] = square
    return table


async def main():
    jobs = asyncio.Queue(maxsize=4)
    results = asyncio.Queue(maxsize=4)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(range(1, 13), jobs))
        for _ in range(3):
            group.create_task(work(jobs, results))
        collector = group.create_task(collect(results, 12))
    for number, square in sorted(collector.result().items()):
        print(f"{number:2} squared is {square:3}")


asyncio.run(main())
