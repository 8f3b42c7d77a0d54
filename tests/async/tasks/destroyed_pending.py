# A task that dies before it is done is told of, unless it was said not to matter; its coroutine is closed.
# collections: as usual
import asyncio
import gc


async def wait(name):
    try:
        await asyncio.sleep(100)
    finally:
        print("finally", name)


def handler(loop, context):
    print("handler:", sorted(context), context["message"], context["task"].get_name())


loop = asyncio.new_event_loop()
x = loop.create_task(wait("one"), name="one")
y = loop.create_task(wait("two"), name="two")
z = loop.create_task(wait("three"), name="three")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(len(asyncio.all_tasks(loop)) <= 3, [task.done() for task in (x, y, z)])
del x
gc.collect()
print("one is gone")
y._log_destroy_pending = False
del y
gc.collect()
print("two is gone")
loop.set_exception_handler(handler)
del z
gc.collect()
print("three is gone")
