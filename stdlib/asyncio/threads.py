"""Blocking calls."""

from asyncio import get_running_loop


async def to_thread(func, /, *args, **kwargs):
    """Calls a function that blocks, without blocking the loop; its result."""
    loop = get_running_loop()
    if kwargs:
        return await loop.run_in_executor(None, lambda: func(*args, **kwargs))
    return await loop.run_in_executor(None, func, *args)
