# Ask three mirrors at once, take the first answer, and stop the others.
# `asyncio.wait` says which tasks are done and which still wait; those are
# cancelled, and awaiting them afterwards lets them clean up.
import asyncio


async def fetch(mirror, delay):
    try:
        await asyncio.sleep(delay)
        return f"page from {mirror}"
    finally:
        print("connection to", mirror, "closed")


async def main():
    mirrors = {"Paris": 0.3, "Tokyo": 0.05, "Lima": 0.2}
    tasks = [asyncio.create_task(fetch(mirror, delay), name=mirror) for mirror, delay in mirrors.items()]
    done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print(task.result())
    for task in tasks:
        if task in waiting:
            task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for task, result in zip(tasks, results):
        print(f"{task.get_name():6}", "cancelled" if task.cancelled() else result)


asyncio.run(main())
