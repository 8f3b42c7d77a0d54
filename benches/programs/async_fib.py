"""Coroutines that await coroutines: fib(27) with every call awaited."""
import asyncio


async def fib(n):
    if n < 2:
        return n
    return await fib(n - 1) + await fib(n - 2)


print(asyncio.run(fib(27)))
