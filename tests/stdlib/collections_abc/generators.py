# Generator, Coroutine, AsyncGenerator and their kin: mixin methods, driven by hand.
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Coroutine, Generator


def attempt(call, *args):
    try:
        print("->", call(*args))
    except (Exception, StopAsyncIteration) as error:
        print("!!", type(error).__name__, error)


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Echo(Generator):
    def __init__(self, behaviour=""):
        self.behaviour = behaviour

    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        if self.behaviour == "ignores":
            return 1
        if self.behaviour == "returns":
            raise StopIteration(5)
        return super().throw(typ, val, tb)


g = Echo()
print(next(g), g.send(3), iter(g) is g, g.close(), Echo("returns").close(), isinstance(g, Generator))
attempt(Echo("ignores").close)
for args in ((ValueError,), (ValueError, ValueError(3)), (ValueError("x"),), (ValueError, None, None), (ValueError, 3),
             (3,)):
    attempt(g.throw, *args)


def traced():
    try:
        raise KeyError("origin")
    except KeyError as error:
        return error.__traceback__


try:
    g.throw(ValueError, ValueError("with traceback"), traced())
except ValueError as error:
    last = error.__traceback__
    while last.tb_next:
        last = last.tb_next
    print(error, last.tb_frame.f_code.co_name)


class Task(Coroutine):
    def __init__(self, behaviour=""):
        self.behaviour = behaviour

    def __await__(self):
        return super().__await__()

    def send(self, value):
        return super().send(value)

    def throw(self, typ, val=None, tb=None):
        return 1 if self.behaviour == "ignores" else super().throw(typ, val, tb)


t = Task()
print(list(t.__await__()), t.close(), isinstance(t, Awaitable))
attempt(t.send, 2)
attempt(t.throw, ValueError)
attempt(Task("ignores").close)


class Stream(AsyncGenerator):
    def __init__(self, behaviour=""):
        self.behaviour = behaviour

    async def asend(self, value):
        return await super().asend(value) if self.behaviour == "ends" else value

    async def athrow(self, typ, val=None, tb=None):
        return 1 if self.behaviour == "ignores" else await super().athrow(typ, val, tb)


s = Stream()
print(s.__aiter__() is s, run(s.__anext__()), run(s.asend(4)), run(s.aclose()), isinstance(s, AsyncIterable))
attempt(run, Stream("ends").asend(3))
attempt(run, Stream("ignores").aclose())
attempt(run, s.athrow(ValueError))


class Count(AsyncIterator):
    def __init__(self, end):
        self.left = end

    async def __anext__(self):
        if not self.left:
            return await super().__anext__()
        self.left -= 1
        return self.left


async def collect():
    return [n async for n in Count(3)]


print(run(collect()))


class Ready(Awaitable):
    def __await__(self):
        return "ready"
        yield


async def wait():
    return await Ready()


print(run(wait()))
