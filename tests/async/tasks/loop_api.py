# The loop by hand: new_event_loop, run_until_complete, run_forever, stop, close.
import asyncio


async def main():
    await asyncio.sleep(0)
    return asyncio.get_running_loop()


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(main()) is loop)
loop.call_soon(print, "callback")
loop.call_soon(loop.stop)
loop.call_soon(print, "same turn as stop")
loop.run_forever()
loop.call_later(0.01, loop.stop)
loop.run_forever()
task = loop.create_task(main())
print(task.done(), loop.run_until_complete(task) is loop, task.done())
future = loop.create_future()
future.set_result("ready")
print(loop.run_until_complete(future))
pending = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(pending)
except RuntimeError as error:
    print(error)
async def closes():
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    c = main()
    try:
        loop.run_until_complete(c)
    except RuntimeError as error:
        print(error)
    c.close()
loop.run_until_complete(closes())
loop.close()
loop.close()
print(loop.is_closed())
c = main()
for late in [lambda: loop.call_soon(print), lambda: loop.run_until_complete(c), lambda: loop.run_forever(), lambda: loop.create_task(c)]:
    try:
        late()
    except RuntimeError as error:
        print(error)
c.close()
