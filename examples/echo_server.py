# clock: real
# A server that sends back every line in capitals, and three clients that talk
# to it at the same time. `start_server` runs one `serve` task per connection.
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for word in ["good morning", "how are you", "bye"]:
        writer.write(f"{name}: {word}\n".encode())
        await writer.drain()
        answer = await reader.readline()
        answers.append(answer.decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        async with asyncio.TaskGroup() as group:
            talks = [group.create_task(talk(port, name)) for name in ("ann", "bob", "cyd")]
    for task in talks:
        for answer in task.result():
            print(answer)


asyncio.run(main())
