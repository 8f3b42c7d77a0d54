# Structures as deep as a million are freed without recursion, whatever they are made of.
# collections: as usual
# stderr: lines
import gc

DEPTH = 1_000_000


class Node:
    def __init__(self, next):
        self.next = next


class Slim:
    __slots__ = ("next",)


def nested(wrap, depth=DEPTH):
    value = None
    for _ in range(depth):
        value = wrap(value)
    return value


def slim(value):
    node = Slim()
    node.next = value
    return node


def closure(value):
    return lambda: value


def error(value):
    exception = ValueError()
    exception.__context__ = value
    return exception


def follow(inner):
    yield from inner


def delegating(value):
    generator = follow(value)
    return generator


wraps = {
    "list": lambda value: [value],
    "tuple": lambda value: (value,),
    "dict": lambda value: {"inner": value},
    "set of tuples": lambda value: frozenset([(value,)]) if value is None else (value,),
    "instance": Node,
    "slots": slim,
    "closure": closure,
    "exception": error,
    "generator not begun": delegating,
    "bound method": lambda value: [value].append,
    "slice": lambda value: slice(value),
    "iterator": lambda value: iter([value]),
}
for name, wrap in wraps.items():
    value = nested(wrap, DEPTH if name in ["list", "tuple", "dict", "instance"] else 100_000)
    del value
    print(name, "freed")

# The same as garbage in a cycle: the collector meets them all at once.
for name in ["list", "dict", "instance"]:
    value = nested(wraps[name], 100_000)
    ring = [value]
    ring.append(ring)
    del ring, value
    print(name, "collected", gc.collect() > 100_000)


async def nothing():
    pass


async def awaiting(inner):
    await inner


chain = nothing()
for _ in range(50_000):
    chain = awaiting(chain)
chain.close()
print("coroutines closed")


def walk(generators):
    for _ in range(20_000):
        generators = follow(generators)
    return generators


begun = iter(range(3))
begun = follow(begun)
for _ in range(300):
    begun = follow(begun)
print(next(begun), next(begun))
del begun
print("generators that rest are closed")
