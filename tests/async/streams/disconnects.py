# clock: real
# Peers that go away, servers that are cancelled, handlers that fail.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    messages = []
    loop.set_exception_handler(lambda loop, context: messages.append((context["message"], repr(context.get("exception")))))

    async def failing(reader, writer):
        await reader.readline()
        writer.close()
        raise ValueError("handler")

    server = await asyncio.start_server(failing, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"x\n")
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.01)
    print(messages)

    waiting = asyncio.Event()
    async def patient(reader, writer):
        waiting.set()
        print("server read", await reader.read())
        writer.close()
    server = await asyncio.start_server(patient, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await waiting.wait()
    reading = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    reading.cancel()
    try:
        await reading
    except asyncio.CancelledError:
        print("reading cancelled")
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.01)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print("serve_forever cancelled", server.is_serving())
    try:
        await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 1)
    except OSError as error:
        print(type(error).__name__)


asyncio.run(main())
