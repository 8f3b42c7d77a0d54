# Barrier: nobody passes before everybody is there.
import asyncio


async def party(barrier, name):
    print(name, "arrives")
    async with barrier as position:
        print(name, "passes", position)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*(party(barrier, n) for n in "abc"))
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, error, barrier.broken)
    await barrier.reset()
    print(barrier.broken, sorted(await asyncio.gather(barrier.wait(), barrier.wait(), barrier.wait())))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
