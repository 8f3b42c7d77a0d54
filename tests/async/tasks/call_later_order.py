# Timers fire in the order of their time; equal times in the order that a heap gives them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    now = loop.time()
    loop.call_later(0.03, print, "third")
    loop.call_later(0.01, print, "first")
    loop.call_at(now + 0.02, print, "second")
    loop.call_later(0.04, done.set_result, "done")
    handle = loop.call_later(0.015, print, "never")
    print(handle.when() > now, handle.cancelled())
    handle.cancel()
    print(handle.cancelled(), await done)
    print(0.039 < loop.time() - now < 2)
    same = loop.time() + 0.01
    for n in range(5):
        loop.call_at(same, print, "same", n)
    await asyncio.sleep(0.02)
    loop.call_later(-5, print, "in the past")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.001)
    loop.call_later(0.001, print, "a"); loop.call_soon(print, "before the timer")
    await asyncio.sleep(0.01)
    for bad in [lambda: loop.call_later(None, print), lambda: loop.call_at(None, print), lambda: loop.call_soon()]:
        try:
            bad()
            print("accepted")
        except TypeError as error:
            print(error)


asyncio.run(main())
