"""Fifty TCP clients send a thousand messages of 64 bytes each to an echo server in the same process."""
import asyncio

CLIENTS = 50
ECHOES = 1000
SIZE = 64


async def serve(reader, writer):
    while data := await reader.read(SIZE):
        writer.write(data)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    message = bytes([number]) * SIZE
    echoed = 0
    for _ in range(ECHOES):
        writer.write(message)
        await writer.drain()
        answer = await reader.readexactly(SIZE)
        assert answer == message
        echoed += len(answer)
    writer.close()
    await writer.wait_closed()
    return echoed


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        echoed = await asyncio.gather(*(client(port, n) for n in range(CLIENTS)))
    return sum(echoed)


print(asyncio.run(main()))
