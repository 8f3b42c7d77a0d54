# The texts of tasks and futures.
import asyncio


def plain(thing):
    text = repr(thing)
    while " at 0x" in text:
        start = text.index(" at 0x")
        end = start + 6
        while end < len(text) and text[end] in "0123456789abcdef":
            end += 1
        text = text[:start] + text[end:]
    while "/" in text:
        end = text.rindex("/")
        start = end
        while text[start - 1] not in " '":
            start -= 1
        text = text[:start] + text[end + 1:]
    return text


async def work(how):
    await asyncio.sleep(0)
    if how == "raise":
        raise ValueError("v")
    return how


async def main():
    f = asyncio.get_running_loop().create_future()
    print(plain(f))
    t = asyncio.create_task(work("x"), name="T")
    print(plain(t))
    await asyncio.sleep(0)
    print(plain(t))
    await t
    print(plain(t))
    t = asyncio.create_task(work("raise"), name="R")
    await asyncio.wait([t])
    print(plain(t), repr(t.exception()))
    t = asyncio.create_task(work("x"), name="C")
    await asyncio.sleep(0)
    t.cancel()
    print(plain(t))
    await asyncio.wait([t])
    print(plain(t))
    async def waits(): await f
    w = asyncio.create_task(waits(), name="W")
    await asyncio.sleep(0)
    print(plain(w))
    print(plain(f))
    f.set_result([1, 2])
    print(plain(f))
    await w
    g = asyncio.Future()
    g.set_exception(KeyError("k"))
    print(plain(g), repr(g.exception()))
    g = asyncio.Future()
    g.cancel()
    print(plain(g))


asyncio.run(main())
