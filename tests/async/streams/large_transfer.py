# clock: real
# Megabytes through a slow reader: drain waits, nothing is lost.
import asyncio

SIZE = 3_000_000


async def serve(reader, writer):
    total = 0
    while data := await reader.read(50_000):
        total += len(data)
        if total % 7 == 0:
            await asyncio.sleep(0)
    writer.write(str(total).encode())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    chunk = bytes(range(256)) * 1000
    sent = 0
    while sent < SIZE:
        writer.write(chunk)
        sent += len(chunk)
        await writer.drain()
    writer.write_eof()
    print(int(await reader.read()) == sent)
    writer.close()
    await writer.wait_closed()
    async with server:
        pass
    print("closed")


asyncio.run(main())
