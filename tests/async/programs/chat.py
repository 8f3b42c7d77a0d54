# clock: real
# A chat server that broadcasts lines to everyone else, with three clients.
import asyncio


class Chat:
    def __init__(self):
        self.people = {}

    def tell(self, text, but=None):
        for name, writer in self.people.items():
            if name != but:
                writer.write(f"{text}\n".encode())

    async def serve(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        if name in self.people:
            writer.write(b"! name is taken\n")
            await writer.drain()
            writer.close()
            await writer.wait_closed()
            return
        self.people[name] = writer
        self.tell(f"* {name} joined", but=name)
        writer.write(b"welcome " + name.encode() + b"\n")
        try:
            async for raw in reader:
                line = raw.decode().rstrip("\r\n")
                if line == "/who":
                    writer.write((", ".join(sorted(self.people)) + "\n").encode())
                elif line == "/quit":
                    break
                else:
                    self.tell(f"{name}: {line}", but=name)
                await writer.drain()
        finally:
            del self.people[name]
            self.tell(f"* {name} left")
            writer.close()


class Client:
    def __init__(self, name, port):
        self.name, self.port = name, port

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.say(self.name)
        print(self.name, "<", await self.hear())
        return self

    async def __aexit__(self, *_):
        self.writer.close()
        await self.writer.wait_closed()

    def say(self, text):
        self.writer.write(text.encode() + b"\n")

    async def hear(self):
        async with asyncio.timeout(5):
            return (await self.reader.readline()).decode().rstrip("\n")


async def main():
    chat = Chat()
    server = await asyncio.start_server(chat.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        async with Client("ann", port) as ann, Client("bob", port) as bob:
            print("ann <", await ann.hear())
            bob.say("hi all")
            print("ann <", await ann.hear())
            async with Client("bob", port) as other:
                print("end of file:", repr(await other.hear()))
            ann.say("/who")
            print("ann <", await ann.hear())
            bob.say("/quit")
            print("ann <", await ann.hear())
            print("bob <", repr(await bob.hear()))
        while chat.people:
            await asyncio.sleep(0.05)
    print(server.is_serving(), server.sockets, chat.people)


asyncio.run(main())
