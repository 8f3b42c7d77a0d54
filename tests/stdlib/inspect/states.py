# What generators and coroutines are doing, and their variables.
import asyncio
import inspect
import types
from inspect import getasyncgenstate, getcoroutinestate, getgeneratorstate


def counting(limit):
    half = limit // 2
    for number in range(limit):
        print("inside", getgeneratorstate(generator))
        yield number
    return half


generator = counting(2)
print(getgeneratorstate(generator), inspect.getgeneratorlocals(generator))
next(generator)
print(getgeneratorstate(generator), sorted(inspect.getgeneratorlocals(generator).items()))
next(generator)
print(next(generator, "end"), getgeneratorstate(generator), inspect.getgeneratorlocals(generator))


def failing():
    raise KeyError
    yield


broken = failing()
try:
    next(broken)
except KeyError:
    print(getgeneratorstate(broken))
closed = counting(1)
closed.close()
print(getgeneratorstate(closed))


@types.coroutine
def pause():
    yield "paused"


async def work(amount):
    print("inside", getcoroutinestate(coroutine))
    got = await pause()
    return amount, got


coroutine = work(5)
print(getcoroutinestate(coroutine), inspect.getcoroutinelocals(coroutine))
print(coroutine.send(None), getcoroutinestate(coroutine), inspect.getcoroutinelocals(coroutine))
try:
    coroutine.send("resumed")
except StopIteration as stop:
    print(stop.value, getcoroutinestate(coroutine), inspect.getcoroutinelocals(coroutine))


async def ticks(count):
    for tick in range(count):
        print("inside", getasyncgenstate(ticking))
        yield tick


async def main():
    global ticking
    ticking = ticks(2)
    print(getasyncgenstate(ticking), inspect.getasyncgenlocals(ticking))
    async for tick in ticking:
        print(tick, getasyncgenstate(ticking), sorted(inspect.getasyncgenlocals(ticking).items()))
    print(getasyncgenstate(ticking), inspect.getasyncgenlocals(ticking))
    early = ticks(1)
    await early.aclose()
    print(getasyncgenstate(early))


asyncio.run(main())
for function in (inspect.getgeneratorlocals, inspect.getasyncgenlocals, inspect.getcoroutinelocals, getgeneratorstate, getcoroutinestate,
                 getasyncgenstate):
    try:
        print(function(3))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(inspect.GEN_CREATED, inspect.CORO_RUNNING, inspect.AGEN_SUSPENDED, inspect.GEN_CLOSED)
