# clock: real
# The ways to read: read, readline, readexactly, readuntil, async for, end of stream.
import asyncio


async def serve(reader, writer):
    writer.write(b"first line\nsecond;third;0123456789rest of it")
    await writer.drain()
    writer.writelines([b"\nA\n", b"B\n", b"no newline at the end"])
    writer.write_eof()
    print("server saw", await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.readline(), await reader.readuntil(b";"), await reader.readuntil((b"#", b";")), await reader.readexactly(10), await reader.read(4), reader.at_eof())
    print(await reader.readline())
    async for line in reader:
        print("line", line)
    print(reader.at_eof(), await reader.read(), await reader.read(5), await reader.readline(), await reader.readexactly(0))
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    writer.write(b"bye")
    print(writer.can_write_eof())
    writer.write_eof()
    await asyncio.sleep(0.02)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def by_hand():
    reader = asyncio.StreamReader(limit=10)
    reader.feed_data(b"short\nabcdefghijklmnop\nx")
    print(await reader.readline())
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    reader.feed_eof()
    print(await reader.read(-1), reader.at_eof())
    reader = asyncio.StreamReader()
    async def feed():
        for part in [b"par", b"tial\nre", b"st"]:
            reader.feed_data(part)
            await asyncio.sleep(0)
        reader.feed_eof()
    t = asyncio.create_task(feed())
    print(await reader.readline(), await reader.read(1), await reader.read())
    try:
        await reader.readuntil(b"")
    except ValueError as error:
        print(error)
    reader = asyncio.StreamReader()
    reader.feed_data(b"abc")
    reader.feed_eof()
    try:
        await reader.readuntil(b"\n")
    except asyncio.IncompleteReadError as error:
        print(error, error.partial)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


asyncio.run(main())
asyncio.run(by_hand())
