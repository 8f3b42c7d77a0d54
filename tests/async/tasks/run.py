# asyncio.run: results, errors, clean-up, misuse.
import asyncio


async def value(): return 42


async def fails(): raise KeyError("from main")


async def leaves_tasks():
    async def background(name):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print(name, "cancelled at the end")
            await asyncio.sleep(0)
            print(name, "cleaned up")
            raise
        finally:
            print(name, "finally")
    tasks = [asyncio.create_task(background(n)) for n in "ab"]
    await asyncio.sleep(0)
    return "main returns"


async def nested():
    c = value()
    try:
        asyncio.run(c)
    except RuntimeError as error:
        print(error)
    c.close()


print(asyncio.run(value()))
try:
    asyncio.run(fails())
except KeyError as error:
    print(repr(error))
print(asyncio.run(leaves_tasks()))
asyncio.run(nested())
for bad in [5, value, None]:
    try:
        asyncio.run(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
class Awaitable:
    def __await__(self):
        yield
        return "an awaitable will do"
print(asyncio.run(Awaitable()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
async def exits(): raise SystemExit(0)
try:
    asyncio.run(exits())
except SystemExit as error:
    print("SystemExit", error.code)
