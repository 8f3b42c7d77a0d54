# Actors with mailboxes; a supervisor restarts those that die.
import asyncio


class Actor:
    registry = {}

    def __init__(self, name):
        self.name = name
        self.mail = asyncio.Queue()
        self.registry[name] = self

    def __class_getitem__(cls, name):
        return cls.registry[name]

    async def ask(self, message):
        reply = asyncio.get_running_loop().create_future()
        await self.mail.put((message, reply))
        return await reply

    async def run(self):
        while True:
            message, reply = await self.mail.get()
            if message is None:
                reply.set_result("bye")
                return
            try:
                result = await self.handle(message)
            except Exception as error:
                reply.set_exception(error)
                if isinstance(error, MemoryError):
                    raise
            else:
                reply.set_result(result)

    async def handle(self, message):
        raise NotImplementedError(f"{type(self).__name__}.handle")


class Adder(Actor):
    total = 0

    async def handle(self, message):
        if message == "crash":
            raise MemoryError("actor is full")
        self.total += message
        return self.total


async def supervise(actor):
    restarts = 0
    while True:
        try:
            await actor.run()
            return restarts
        except MemoryError as error:
            restarts += 1
            print(f"restarting {actor.name}: {error}")


async def main():
    adder, plain = Adder("adder"), Actor("plain")
    async with asyncio.TaskGroup() as tg:
        boss = tg.create_task(supervise(adder))
        tg.create_task(supervise(plain))
        print(await Actor["adder"].ask(1), await adder.ask(2))
        for message in ("crash", "text", 4):
            try:
                print(await adder.ask(message))
            except (MemoryError, TypeError) as error:
                print(f"{type(error).__name__}: {error}")
        try:
            await plain.ask("?")
        except NotImplementedError as error:
            print(error)
        print(await asyncio.gather(adder.ask(None), plain.ask(None)))
    print(boss.result())


asyncio.run(main())
