# clock: real
# A key-value store on a unix socket.
import asyncio
import random

PATH = f"/tmp/acli-test-{random.randrange(10**12)}.sock"


async def store(reader, writer, data):
    while line := await reader.readline():
        match line.decode().split():
            case ["set", key, value]:
                data[key] = value
                reply = "ok"
            case ["get", key] if key in data:
                reply = data[key]
            case ["get", key]:
                reply = f"no {key}"
            case ["quit"]:
                break
            case other:
                reply = f"what? {' '.join(other)}"
        writer.write(reply.encode() + b"\n")
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(*lines):
    reader, writer = await asyncio.open_unix_connection(PATH)
    writer.writelines(line.encode() + b"\n" for line in lines)
    writer.write_eof()
    answers = [line.decode().strip() async for line in reader]
    print(writer.get_extra_info("peername") == PATH, answers)
    writer.close()
    await writer.wait_closed()


async def main():
    data = {}
    server = await asyncio.start_unix_server(lambda r, w: store(r, w, data), PATH)
    async with server:
        await ask("set a 1", "get a", "get b", "jump over it")
        await asyncio.gather(ask("get a", "quit", "get a"), ask("get a", "quit"))
        print(server.is_serving())
    print(server.is_serving(), data)
    try:
        await ask("get a")
    except (FileNotFoundError, ConnectionRefusedError) as error:
        print(type(error).__name__)


asyncio.run(main())
