# current_task and all_tasks.
import asyncio


async def child(name):
    print(name, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(name, sorted(t.get_name() for t in asyncio.all_tasks()))


async def main():
    me = asyncio.current_task()
    me.set_name("main")
    print(me is asyncio.current_task(), asyncio.all_tasks() == {me})
    a = asyncio.create_task(child("a"), name="a")
    b = asyncio.create_task(child("b"), name="b")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await a
    await b
    print(asyncio.all_tasks() == {me})
    def callback():
        print("in a callback", asyncio.current_task())
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    await child("inline")


asyncio.run(main())
for outside in [asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop]:
    try:
        outside()
    except RuntimeError as error:
        print(error)
c = child("x")
try:
    asyncio.create_task(c)
except RuntimeError as error:
    print(error)
c.close()
