# clock: real
# Which of these services answer? Every port is tried at the same time, so the
# check takes as long as the slowest one. So that the lesson needs no network,
# the script starts three of the services itself and leaves the others dead.
import asyncio


async def is_open(port):
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), timeout=2)
    except (OSError, TimeoutError):
        return False
    writer.close()
    await writer.wait_closed()
    return True


async def hang_up(reader, writer):
    writer.close()


async def start_service():
    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def main():
    services = {}
    for name in ["web", "mail", "chat", "time", "news"]:
        server, port = await start_service()
        services[name] = server, port
    for name in ["mail", "news"]:  # these two are out of order today
        server, port = services[name]
        server.close()
        await server.wait_closed()

    answers = await asyncio.gather(*(is_open(port) for server, port in services.values()))
    for name, answer in zip(services, answers):
        print(f"{name:5} {'open' if answer else 'closed'}")
    print(sum(answers), "of", len(answers), "answer")

    for server, port in services.values():
        server.close()


asyncio.run(main())
