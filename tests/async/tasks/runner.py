# asyncio.Runner: several runs on one loop.
import asyncio


async def which(): return asyncio.get_running_loop()


async def fails(): raise ValueError("one run fails")


with asyncio.Runner() as runner:
    first = runner.run(which())
    second = runner.run(which())
    print(first is second, runner.get_loop() is first, first.is_closed())
    try:
        runner.run(fails())
    except ValueError as error:
        print(error)
    print(runner.run(which()) is first)
print(first.is_closed())
c = which()
try:
    runner.run(c)
except RuntimeError as error:
    print(error)
c.close()
