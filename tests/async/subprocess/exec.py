# clock: real
# create_subprocess_exec: output, input, status.
import asyncio
from asyncio.subprocess import PIPE, DEVNULL, STDOUT


async def run(*command, input=None, **options):
    process = await asyncio.create_subprocess_exec(*command, **options)
    out, err = await process.communicate(input)
    return process.returncode, out, err


async def main():
    print(await run("echo", "hello", "world", stdout=PIPE))
    print(await run("sh", "-c", "echo out; echo err >&2; exit 3", stdout=PIPE, stderr=PIPE))
    print(await run("cat", input=b"some input\n" * 2, stdin=PIPE, stdout=PIPE))
    print(await run("sh", "-c", "echo both; echo to_one >&2", stdout=PIPE, stderr=STDOUT))
    print(await run("sh", "-c", "echo nobody sees this", stdout=DEVNULL))
    print(await run("sh", "-c", "echo $NAME; pwd", stdout=PIPE, env={"NAME": "value"}, cwd="/"))
    print(await run("true"), await run("false"))
    p = await asyncio.create_subprocess_exec("sh", "-c", "while read line; do echo got $line; done", stdin=PIPE, stdout=PIPE)
    print(p.returncode, p.pid > 0, p.stderr)
    for word in [b"one", b"two"]:
        p.stdin.write(word + b"\n")
        await p.stdin.drain()
        print(await p.stdout.readline())
    p.stdin.close()
    print(await p.wait(), p.returncode, await p.stdout.read())
    try:
        await run("/no/such/program")
    except FileNotFoundError as error:
        print(error)
    try:
        await run("/etc")
    except PermissionError as error:
        print(error)
    p = await asyncio.create_subprocess_shell("echo shell | tr a-z A-Z", stdout=PIPE)
    print(await p.communicate())
    print(await asyncio.gather(*(run("sh", "-c", f"exit {n}") for n in range(3))))


asyncio.run(main())
