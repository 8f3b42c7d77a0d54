# clock: real
# A TCP server and clients over streams.
import asyncio


async def serve(reader, writer):
    peer = writer.get_extra_info("peername")
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    closed.append(peer[0])


closed = []


async def client(port, name, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for n in range(count):
        writer.write(f"{name} {n}\n".encode())
        await writer.drain()
        answers.append((await reader.readline()).decode().rstrip())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(host, server.is_serving(), len(server.sockets))
    async with server:
        for answers in await asyncio.gather(*(client(port, n, 2) for n in ("a", "b"))):
            print(answers)
    print(server.is_serving())
    await asyncio.sleep(0.01)
    print(closed)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))


asyncio.run(main())
