# clock: real
# A small framed protocol: readuntil, readexactly, limits, end of file half way.
import asyncio


async def serve(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b":")
            body = await reader.readexactly(int(head[:-1]))
            writer.write(b"%d %s\n" % (len(body), body[::-1]))
            await writer.drain()
    except asyncio.IncompleteReadError as error:
        print("server:", error, error.partial, error.expected)
    except asyncio.LimitOverrunError as error:
        print("server:", error, error.consumed)
    except ValueError as error:
        print("server:", error)
    finally:
        writer.close()
        await writer.wait_closed()


async def talk(port, *messages, eof=True):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for message in messages:
        writer.write(message)
    if eof and writer.can_write_eof():
        writer.write_eof()
    answer = await reader.read()
    print("client:", answer, reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print(writer.is_closing())


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=32)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await talk(port, b"5:hello", b"3:", b"abc")
        await talk(port, b"9:short")
        await talk(port, b"x" * 100, eof=False)
        await talk(port, b"no:", eof=False)
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"one\ntwo;three")
    print(await reader.readline(), await reader.readuntil((b"\n", b";")))
    reader.feed_data(b" and much more\n")
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    reader.feed_data(b"tail")
    reader.feed_eof()
    print(await reader.read(3), await reader.read(), await reader.readline(), reader.at_eof())
    for bad in (lambda: reader.readuntil(b""), lambda: reader.readexactly(-1)):
        try:
            await bad()
        except ValueError as error:
            print(error)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except ConnectionRefusedError as error:
        print(error.errno, error)


asyncio.run(main())
