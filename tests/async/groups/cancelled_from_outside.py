# A TaskGroup whose own task is cancelled cancels its children and lets it through. It keeps them in a set: in which order they are
# cancelled is left to their addresses.
import asyncio

log = []


async def child(name, delay=10):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise
    finally:
        await asyncio.sleep(0)
        log.append((name, "left"))


async def parent(fail=False):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("a"))
            group.create_task(child("b"))
            if fail:
                async def bad():
                    try:
                        await asyncio.sleep(10)
                    finally:
                        raise ValueError("during cancellation")
                group.create_task(bad())
    finally:
        print("parent leaves after", sorted(log))
        log.clear()


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.001)
    t.cancel("outside")
    try:
        await t
    except asyncio.CancelledError as error:
        print("cancelled", t.cancelled(), error.args)
    t = asyncio.create_task(parent(fail=True))
    await asyncio.sleep(0.001)
    t.cancel()
    try:
        await t
    except* ValueError as error:
        print([repr(e) for e in error.exceptions])
    print(t.cancelled())
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(child("timed"))
    except TimeoutError:
        print("timeout around a group", log)


asyncio.run(main())
