# Natives that call back and nest too deep raise RecursionError, whatever the recursion limit is, also in threads.
# collections: as usual
import asyncio
import sys


def a(x):
    return sorted([1], key=a)


def b(x):
    return list(map(b, [1]))


def c(x):
    return max([1, 2], key=c)


def d(x):
    return list(filter(d, [1]))


def e(x):
    return sum(map(e, [1]))


def f(x):
    return min([2, 1], key=f)


class GetAttr:
    def __getattr__(self, name):
        return getattr(self, name)


class HasAttr:
    def __getattr__(self, name):
        return hasattr(self, name + "x")


class GetAttribute:
    def __getattribute__(self, name):
        return getattr(self, name)


class SetAttr:
    def __setattr__(self, name, value):
        setattr(self, name, value)


class DelAttr:
    def __delattr__(self, name):
        delattr(self, name)


class Missing(dict):
    def __missing__(self, key):
        return self[key]


class Iter:
    def __iter__(self):
        return iter(list(self))


class Repr:
    def __repr__(self):
        return repr([self, (self,)][1])


class Str:
    def __str__(self):
        return str(self)


class Format:
    def __format__(self, spec):
        return format(self, spec)


class FString:
    def __str__(self):
        return "%s" % self


class Hash:
    def __hash__(self):
        return hash((self,))


class Hash2:
    def __hash__(self):
        return len({self: 1})


class Eq:
    def __eq__(self, other):
        return [self] == [other]


class Eq2:
    def __eq__(self, other):
        return self in [other]


class Lt:
    def __lt__(self, other):
        return sorted([self, other])


class Lt2:
    def __lt__(self, other):
        return (self, 1) < (other, 1)


class Bool:
    def __bool__(self):
        return bool(self)


class Len:
    def __len__(self):
        return len(self)


class Int:
    def __int__(self):
        return int(self)

    def __index__(self):
        return range(10)[self]


class Contains:
    def __contains__(self, item):
        return item in self


class Add:
    def __add__(self, other):
        return sum([1], self)


class GetItem:
    def __getitem__(self, key):
        return list(self)


class Call:
    def __call__(self, *args):
        return list(map(self, [1]))


class Prop:
    @property
    def x(self):
        return getattr(self, "x")


class Descriptor:
    def __get__(self, obj, cls):
        return getattr(obj, "y")


class HasDescriptor:
    y = Descriptor()


class New:
    def __new__(cls):
        return list(map(lambda _: cls(), [1]))


class Init:
    def __init__(self):
        list(map(lambda _: Init(), [1]))


class Meta(type):
    def __instancecheck__(cls, obj):
        return isinstance(obj, (cls, cls))

    def __subclasscheck__(cls, sub):
        return issubclass(sub, cls)

    def __call__(cls, *args):
        return max([1], [2], key=lambda _: cls())


class HasMeta(metaclass=Meta):
    pass


class Enter:
    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass


def generator():
    yield from list(generator())


def text(_):
    return eval("text(1)")


def executed(_):
    exec("executed(1)")


def joined(_):
    return "".join(str(joined(x)) for x in "a")


cases = [
    a, b, c, d, e, f, text, executed, joined,
    lambda x: GetAttr().y,
    lambda x: HasAttr().y,
    lambda x: GetAttribute().y,
    lambda x: setattr(SetAttr(), "y", 1),
    lambda x: delattr(DelAttr(), "y"),
    lambda x: Missing()[1],
    lambda x: list(Iter()),
    lambda x: repr(Repr()),
    lambda x: str(Str()),
    lambda x: format(Format(), "x"),
    lambda x: f"{FString()}",
    lambda x: hash(Hash()),
    lambda x: {Hash2()},
    lambda x: Eq() == Eq(),
    lambda x: [Eq()] == [Eq()],
    lambda x: {1: Eq()} == {1: Eq()},
    lambda x: Eq2() == Eq2(),
    lambda x: [1].index(Eq()),
    lambda x: Lt() < Lt(),
    lambda x: sorted([Lt2(), Lt2()]),
    lambda x: bool(Bool()),
    lambda x: not Bool(),
    lambda x: len(Len()),
    lambda x: int(Int()),
    lambda x: [1][Int()],
    lambda x: 1 in Contains(),
    lambda x: Add() + 1,
    lambda x: list(GetItem()),
    lambda x: Call()(),
    lambda x: Prop().x,
    lambda x: HasDescriptor().y,
    lambda x: New(),
    lambda x: Init(),
    lambda x: isinstance(1, HasMeta),
    lambda x: issubclass(int, HasMeta),
    lambda x: HasMeta(),
    lambda x: Enter().__enter__(),
    lambda x: list(generator()),
]


def run(where):
    for number, case in enumerate(cases):
        try:
            case(1)
        except RecursionError:
            pass
        else:
            print(where, number, "no error")
    print(where, "done")


run("main")


async def main():
    await asyncio.to_thread(run, "thread")


asyncio.run(main())
# As many frames as programs of the usual kind need are there.
def deep(n):
    return n if n == 0 else max([n], key=lambda _: deep(n - 1))


def compared(n):
    one, two = [], []
    for _ in range(n):
        one, two = [one], [two]
    return one == two, len(repr(one))


print(deep(150), compared(900))
sys.setrecursionlimit(20000)
print(deep(1500))


async def in_thread():
    return await asyncio.to_thread(deep, 150)


print(asyncio.run(in_thread()))
sys.setrecursionlimit(10**6)
for case in cases[:6]:
    try:
        case(1)
    except (RecursionError, MemoryError):
        pass
    else:
        print("no error")
print("end")
