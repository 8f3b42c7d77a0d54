# closing, aclosing, nullcontext, suppress, redirect_stdout and redirect_stderr.
import asyncio
import sys
from contextlib import aclosing, closing, nullcontext, redirect_stderr, redirect_stdout, suppress


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def use(manager, error=None):
    with manager as value:
        if error is not None:
            raise error
        return value
    return "after"


class Tap:
    def __init__(self, name): self.name = name
    def close(self): print("closed", self.name)
    async def aclose(self): print("aclosed", self.name)


tap = Tap("t")
print(use(closing(tap)) is tap, closing(tap).thing is tap)
show(lambda: use(closing(Tap("u")), ValueError("in the block")))
show(lambda: use(closing(3)))
show(lambda: closing())


def numbers():
    try:
        yield from range(5)
    finally:
        print("numbers end")


with closing(numbers()) as source:
    print(next(source), next(source))

print(use(nullcontext()), use(nullcontext(5)), nullcontext("r").enter_result)
show(lambda: use(nullcontext(), KeyError("through")))
show(lambda: nullcontext(1, 2))

print(use(suppress(KeyError), KeyError(1)), use(suppress(OSError, LookupError), IndexError()), use(suppress(Exception)))
show(lambda: use(suppress(), ValueError("none named")))
show(lambda: use(suppress(KeyError), ValueError("other")))
again = suppress(ZeroDivisionError)
with again:
    with again:
        1 / 0
    print("goes on")
    1 / 0
print("after both")
print(use(suppress(ValueError), ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2)])])))
try:
    use(suppress(ValueError),
        ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("h", [ValueError(3), OSError(4)])]))
except ExceptionGroup as group:
    print(repr(group), group.exceptions[1].exceptions)
print(use(suppress(ExceptionGroup), ExceptionGroup("g", [KeyError(2)])))
try:
    use(suppress(KeyError), BaseExceptionGroup("b", [KeyboardInterrupt("k"), KeyError(1)]))
except BaseExceptionGroup as group:
    print(repr(group))
for bad in 3, "a":
    show(lambda: use(suppress(bad), KeyError()))
print(use(suppress(3)), suppress().__exit__(None, None, None))
show(lambda: suppress(error=KeyError))


class Sink:
    def __init__(self): self.text = []
    def write(self, text): self.text.append(text)
    def flush(self): pass


sink, other = Sink(), Sink()
to_sink = redirect_stdout(sink)
before = sys.stdout
with to_sink as target:
    print("one", end=";")
    with redirect_stdout(other):
        print("two", end=";")
        with to_sink:
            print("three", end=";")
    print("four", end=";")
print(target is sink, "".join(sink.text), "".join(other.text), sys.stdout is before)
errors = sys.stderr
with suppress(KeyError), redirect_stderr(sink):
    print("to stderr", file=sys.stderr)
    raise KeyError
print(sys.stderr is errors, "".join(sink.text[-2:]).strip(), use(redirect_stdout(None)))
show(lambda: redirect_stdout())


async def ticks():
    try:
        yield 1
        yield 2
    finally:
        print("ticks end")


async def main():
    async with aclosing(Tap("a")) as tap:
        print(tap.name)
    async with aclosing(ticks()) as source:
        async for tick in source:
            print("tick", tick)
            break
    async with nullcontext("async") as value:
        print(value)
    try:
        async with aclosing(3):
            pass
    except AttributeError as error:
        print(error)


asyncio.run(main())
