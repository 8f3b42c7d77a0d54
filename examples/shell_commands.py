# clock: real
# Ten shell commands, never more than four at a time. The semaphore holds the
# others back; `gather` gives the results in the order of the commands, whichever
# finished first.
import asyncio

COMMANDS = [
    "echo one",
    "expr 6 '*' 7",
    "echo three words here | wc -w | tr -d ' '",
    "printf '%s-' a b c; echo",
    "sleep 0.05; echo slow",
    "false",
    "echo seven | tr a-z A-Z",
    "exit 3",
    "seq 1 5 | tail -n 1",
    "echo done",
]


async def run(command, slots):
    async with slots:
        process = await asyncio.create_subprocess_exec("sh", "-c", command, stdout=asyncio.subprocess.PIPE)
        output, _ = await process.communicate()
    return process.returncode, output.decode().strip()


async def main():
    slots = asyncio.Semaphore(4)
    results = await asyncio.gather(*(run(command, slots) for command in COMMANDS))
    for command, (status, output) in zip(COMMANDS, results):
        print(f"{command:42} -> {output if status == 0 else f'failed with status {status}'}")


asyncio.run(main())
