"""A hundred tasks take five thousand turns each through `sleep(0)`."""
import asyncio


async def turn(count):
    for _ in range(count):
        await asyncio.sleep(0)
    return count


async def main():
    return sum(await asyncio.gather(*(turn(5000) for _ in range(100))))


print(asyncio.run(main()))
