# Three coroutines run at once: each prints, sleeps, and prints again.
# The whole program takes as long as the longest sleep, not the sum of them,
# because `await` lets the others go on while one waits.
import asyncio


async def greet(name, delay):
    print(f"hello, {name}")
    await asyncio.sleep(delay)
    print(f"goodbye, {name}, after {delay} s")
    return delay


async def main():
    delays = await asyncio.gather(greet("Ada", 0.3), greet("Grace", 0.1), greet("Edsger", 0.2))
    print("together they slept", round(sum(delays), 1), "s")


asyncio.run(main())
