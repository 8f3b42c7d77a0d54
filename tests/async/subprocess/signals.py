# clock: real
# Killing and timing out children.
import asyncio
from asyncio.subprocess import PIPE


async def main():
    p = await asyncio.create_subprocess_exec("sleep", "30")
    p.terminate()
    print(await p.wait(), p.returncode)
    p = await asyncio.create_subprocess_exec("sleep", "30")
    p.kill()
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "30")
    p.send_signal(2)
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "30")
    try:
        await asyncio.wait_for(p.wait(), 0.02)
    except TimeoutError:
        print("still running", p.returncode)
        p.kill()
        print(await p.wait())
    try:
        p.kill()
        print("killing the dead is quiet")
    except ProcessLookupError as error:
        print("ProcessLookupError", error)
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    waiting = asyncio.create_task(p.communicate(b"data"))
    print(await waiting)
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo ready; exec sleep 30", stdout=PIPE)
    print(await p.stdout.readline())
    p.terminate()
    print(await p.stdout.read(), await p.wait())


asyncio.run(main())
