# clock: real
# A tiny HTTP server and client, one request a connection.
import asyncio

ROUTES = {}


def route(path):
    def register(handler):
        ROUTES[path] = handler
        return handler
    return register


@route("/")
async def index(query):
    return 200, "hello"


@route("/add")
async def add(query):
    await asyncio.sleep(0.05)
    return 200, str(sum(int(v) for v in query.values()))


async def handle(reader, writer):
    request = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
    line, *headers = request.decode("latin-1").split("\r\n")
    method, target, _version = line.split(" ")
    path, _, raw = target.partition("?")
    query = dict(pair.split("=", 1) for pair in raw.split("&") if pair)
    try:
        status, text = await ROUTES[path](query)
    except KeyError:
        status, text = 404, f"no {path}"
    except Exception as error:
        status, text = 500, f"{type(error).__name__}: {error}"
    body = text.encode()
    writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    writer.close()


async def get(port, target):
    reader, writer = await asyncio.open_connection("localhost", port)
    try:
        writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        status = (await reader.readline()).split()[1]
        length = 0
        while (line := await reader.readline()) not in (b"\r\n", b""):
            key, value = line.decode().split(":")
            if key.lower() == "content-length":
                length = int(value)
        return int(status), (await reader.readexactly(length)).decode()
    finally:
        writer.close()
        await writer.wait_closed()


async def main():
    async with await asyncio.start_server(handle, "localhost", 0) as server:
        port = server.sockets[0].getsockname()[1]
        targets = ["/", "/add?a=1&b=41", "/nothing", "/add?a=x", "/add"]
        for target, answer in zip(targets, await asyncio.gather(*(get(port, t) for t in targets))):
            print(f"{target:<14} {answer}")


asyncio.run(main())
