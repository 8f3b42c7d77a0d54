# A fragment: `fetch_data` is the one of coroutines.py, the last line runs it.
import asyncio

async def fetch_data():
    return "Data fetched"

async def task_example():
    task = asyncio.create_task(fetch_data())
    # Do other things here while fetch_data runs in the background.
    await task
    print(task.result())

asyncio.run(task_example())
