# A program as one would write it: a build that runs the steps that are ready side by side.
import asyncio
from graphlib import CycleError, TopologicalSorter

steps = {
    "link": {"compile main", "compile util"},
    "compile main": {"generate", "configure"},
    "compile util": {"configure"},
    "generate": set(),
    "test": {"link"},
    "package": {"test", "docs"},
    "docs": {"generate"},
}
cost = {"compile main": 3, "compile util": 1, "generate": 2, "docs": 5}


async def build(graph, workers):
    sorter = TopologicalSorter()
    for step, needs in graph.items():
        sorter.add(step, *sorted(needs))
    sorter.prepare()
    finished, free, done = asyncio.Queue(), asyncio.Semaphore(workers), []

    async def run(step):
        async with free:
            await asyncio.sleep(cost.get(step, 1) / 100)
        await finished.put(step)

    async with asyncio.TaskGroup() as group:
        while sorter.is_active():
            for step in sorter.get_ready():
                group.create_task(run(step))
            step = await finished.get()
            done.append(step)
            sorter.done(step)
    return done


def check(order):
    place = {step: i for i, step in enumerate(order)}
    return all(place[need] < place[step] for step, needs in steps.items() for need in needs)


async def main():
    for workers in 1, 2, 9:
        order = await build(steps, workers)
        print(workers, len(order), check(order), order[-1])
    print(sorted(steps | {"configure": 0}) == sorted(order))
    try:
        await build(steps | {"generate": {"package"}}, 2)
    except CycleError as error:
        ring = error.args[1]
        print(ring[0] == ring[-1], len(ring) > 3, "package" in ring)


asyncio.run(main())


def levels(graph):
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    while ready := sorter.get_ready():
        yield sorted(ready)
        sorter.done(*ready)


for n, level in enumerate(levels(steps)):
    print(n, level)
