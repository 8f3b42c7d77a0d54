# clock: real
# Children joined by pipes, their status and errors.
import asyncio
from asyncio.subprocess import PIPE, STDOUT, DEVNULL


async def run(*args, text=None):
    process = await asyncio.create_subprocess_exec(*args, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate(text.encode() if text else None)
    return process.returncode, out.decode(), err.decode()


async def main():
    print(await run("sort", "-r", text="b\na\nc\n"))
    print(await run("sh", "-c", "echo out; echo err >&2; exit 3"))
    shell = await asyncio.create_subprocess_shell("printf 'one\\ntwo\\nthree\\n'", stdout=PIPE)
    async for line in shell.stdout:
        print("line", line)
    print(await shell.wait(), shell.returncode)
    merged = await asyncio.create_subprocess_shell("echo a; echo b >&2", stdout=PIPE, stderr=STDOUT)
    print(await merged.communicate(), merged.stderr)
    sleeper = await asyncio.create_subprocess_exec("sleep", "30", stdout=DEVNULL)
    print(sleeper.returncode, sleeper.stdin)
    try:
        await asyncio.wait_for(sleeper.wait(), 0.1)
    except TimeoutError:
        sleeper.terminate()
    print(await sleeper.wait())
    try:
        sleeper.kill()
    except ProcessLookupError as error:
        print("gone", error)
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as error:
        print(error, error.errno, error.filename)
    try:
        await asyncio.create_subprocess_exec("ls", text=True)
    except ValueError as error:
        print(error)
    upper = await asyncio.create_subprocess_exec("tr", "a-z", "A-Z", stdin=PIPE, stdout=PIPE)
    for word in ("alpha", "beta"):
        upper.stdin.write(word.encode() + b"\n")
    await upper.stdin.drain()
    upper.stdin.close()
    await upper.stdin.wait_closed()
    print(await upper.stdout.read(), await upper.wait())
    results = await asyncio.gather(*(run("sh", "-c", f"exit {n}") for n in range(4)))
    print([status for status, _, _ in results])


asyncio.run(main())
