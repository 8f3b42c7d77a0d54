# stderr is where errors of callbacks go, unless a handler takes them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seen = []

    def handler(loop, context):
        seen.append((context["message"].split(" at 0x")[0], repr(context.get("exception"))))

    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)

    def bad(n):
        raise ValueError(n)

    loop.call_soon(bad, 1)
    future = loop.create_future()
    future.add_done_callback(lambda f: bad(2))
    future.set_result(None)
    await asyncio.sleep(0.01)
    loop.call_exception_handler({"message": "by hand"})
    print([(m.split("(")[0], e) for m, e in seen])
    seen.clear()

    async def fails(): raise KeyError("never retrieved")
    t = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    print(seen)
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
