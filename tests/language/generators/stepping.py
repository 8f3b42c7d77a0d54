"""Generators stepped by calls of `next`, `send` and `__next__`: items, ends, defaults, errors, what lives how long."""
import sys
import traceback


def count(n, result="done"):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)
    return result


# Items, and the end with its value.
g = count(3)
print(next(g), next(g), g.__next__())
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value)

# A default in place of the end, and a default that isn't needed.
g = count(2)
print(next(g, "none"), next(g, "none"), next(g, "none"), next(g, "none"))
print([next(count(1), object) for _ in range(2)])

# Sending: to one that began, to one that didn't, to an end.
g = count(3)
try:
    g.send(1)
except TypeError as error:
    print(error)
print(g.send(None), g.send("a"), g.send([1, 2]))
try:
    g.send("last")
except StopIteration as stop:
    print("value", stop.value)


class Temporary:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def holding(name):
    held = Temporary(name)
    while True:
        yield held.name


# One that nobody else holds goes when the call is over.
print(next(holding("first")))
g = holding("second")
print(next(g), next(g))
del g


# Errors leave it finished, with the places of both.
def failing():
    yield 1
    raise ValueError("inside")


def outer():
    g = failing()
    next(g)
    next(g)


try:
    outer()
except ValueError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


def stops():
    yield 1
    next(iter([]))


g = stops()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, type(error.__cause__).__name__)


# One that steps itself, and one that steps another one.
def own():
    yield 1
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = own()
print(next(me), next(me))


def relay(inner):
    while (item := next(inner, None)) is not None:
        yield item * 10


print(list(relay(relay(count(4)))))
g = relay(relay(relay(count(5))))
print(next(g), next(g), next(g))


# What is handled belongs to whoever goes on with it.
def looks():
    while True:
        yield sys.exception()


g = looks()
print(next(g))
try:
    1 / 0
except ZeroDivisionError:
    print(repr(next(g)), repr(g.send(None)))
print(next(g))


def handles():
    try:
        raise KeyError("k")
    except KeyError:
        yield 1
        yield repr(sys.exception())


g = handles()
next(g)
try:
    raise IndexError
except IndexError:
    print(next(g), repr(sys.exception()))


# Delegation: the innermost one gets what is sent.
def delegating():
    result = yield from count(3, "inner")
    yield result


g = delegating()
print(next(g), g.send("x"), next(g), next(g))


# As an argument of a call, and in an expression with others that are alive.
def three(a, b, c):
    return a, b, c


g = count(9)
print(three(next(g), [next(g)], next(g) + next(g)))
values = {next(g): next(g)}
print(values, f"{next(g)}-{g.send(None)}")


def deep(n):
    yield n
    if n:
        inner = deep(n - 1)
        while True:
            item = next(inner, None)
            if item is None:
                return
            yield item


print(sum(1 for _ in deep(60)), sum(deep(40)))
limit = sys.getrecursionlimit()


def endless(inner):
    yield 0
    yield next(inner)


chain = count(9)
for _ in range(limit + 10):
    chain = endless(chain)
    next(chain)
try:
    next(chain)
except RecursionError as error:
    print("too deep:", error)


async def waits():
    return "awaited"


c = waits()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    next(c)
except TypeError as error:
    print(error)
