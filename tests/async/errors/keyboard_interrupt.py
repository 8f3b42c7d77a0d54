# KeyboardInterrupt raised in a task comes out of asyncio.run.
import asyncio


async def interrupts():
    raise KeyboardInterrupt


async def main():
    t = asyncio.create_task(interrupts())
    try:
        await asyncio.sleep(10)
    finally:
        print("main finally")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt came out")
