"""Decorators, context managers, closures, generators, exceptions with notes and groups."""
import asyncio
import time


def traced(label=None, *, depth=[0]):
    def decorate(function):
        name = label or function.__name__

        def wrapper(*args, **kwargs):
            inner = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
            print("  " * depth[0] + f"> {name}({inner})")
            depth[0] += 1
            try:
                result = function(*args, **kwargs)
            except BaseException as error:
                error.add_note(f"in {name}")
                raise
            finally:
                depth[0] -= 1
            print("  " * depth[0] + f"< {result!r}")
            return result

        wrapper.__wrapped__ = function
        wrapper.__name__, wrapper.__doc__ = function.__name__, function.__doc__
        return wrapper
    return decorate


def memo(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@traced()
def fact(n):
    "Factorial."
    if n < 0:
        raise ValueError("negative")
    return 1 if n == 0 else n * fact(n - 1)


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fact(3), fact.__doc__, fact.__wrapped__.__qualname__, fib(80), len(fib.cache))
try:
    fact(-1)
except ValueError as error:
    print(error, error.__notes__)


class Guard:
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return bool(kind) and issubclass(kind, tuple(self.swallow) or (type(None),))


with Guard("a") as a, Guard("b", [ZeroDivisionError]) as b:
    print(a.name, b.name)
    1 / 0
print("swallowed")
try:
    with Guard("outer"), Guard("inner"):
        raise KeyError("k")
except KeyError as error:
    print(repr(error), error.__traceback__ is not None)


def chunks(items, size):
    it = iter(items)
    while chunk := [x for _, x in zip(range(size), it)]:
        yield chunk


def running():
    total = count = 0
    while True:
        value = yield (total / count if count else None)
        if value is None:
            return total
        total += value
        count += 1


def flatten(tree):
    for node in tree:
        if isinstance(node, (list, tuple)):
            yield from flatten(node)
        else:
            yield node


print(list(chunks(range(7), 3)), list(flatten([1, [2, (3, [4]), []], 5])))
avg = running()
print(next(avg), [avg.send(x) for x in (10, 20, 60)])
try:
    avg.send(None)
except StopIteration as stop:
    print("returned", stop.value)


def counter(start=0):
    def bump(by=1):
        nonlocal start
        start += by
        return start

    def peek():
        return start
    return bump, peek


bump, peek = counter(5)
print(bump(), bump(10), peek(), bump.__closure__[0].cell_contents, [f() for f in [lambda i=i: i * i for i in range(4)]], [f() for f in [lambda: i for i in range(3)]])


def validate(data):
    problems = []
    for key, check in {"name": str, "age": int, "mail": str}.items():
        try:
            if not isinstance(value := data[key], check):
                raise TypeError(f"{key} is {type(value).__name__}")
        except (KeyError, TypeError) as error:
            error.add_note(f"field {key}")
            problems.append(error)
    if problems:
        raise ExceptionGroup("invalid", problems)
    return data


for data in [{"name": "A", "age": 1, "mail": "m"}, {"name": 1, "age": "x"}, {}]:
    try:
        print(validate(data))
    except* KeyError as group:
        print("missing", [e.args[0] for e in group.exceptions], group.message)
    except* TypeError as group:
        print("types", [(str(e), e.__notes__) for e in group.exceptions])
try:
    try:
        validate({"name": 1})
    except ExceptionGroup as group:
        raise RuntimeError("cannot load") from group
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
    matched, rest = error.__cause__.split(KeyError)
    print(matched, "|", rest, "|", error.__cause__.subgroup(lambda e: isinstance(e, TypeError)), error.__cause__.derive([ValueError(1)]))


class Retry(Exception):
    def __init__(self, after, *args):
        super().__init__(*args)
        self.after = after

    def __str__(self):
        return f"retry after {self.after}s: {super().__str__()}"


async def flaky(log, fails):
    for attempt in range(5):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(0)
                if attempt < fails:
                    raise Retry(attempt / 100, f"attempt {attempt}")
                return f"ok after {attempt}"
        except Retry as error:
            log.append(str(error))
            await asyncio.sleep(error.after)
    raise TimeoutError("gave up") from error


async def main():
    log = []
    print(await flaky(log, 2), log)
    try:
        await flaky([], 9)
    except (TimeoutError, UnboundLocalError) as error:
        print(type(error).__name__, error)

    async def producer(queue, n):
        for i in range(n):
            await queue.put(i)
            await asyncio.sleep(0)
        await queue.put(None)

    async def consumer(queue):
        seen = []
        while (item := await queue.get()) is not None:
            seen.append(item * item)
        return seen

    queue = asyncio.Queue(2)
    _, squares = await asyncio.gather(producer(queue, 5), consumer(queue))
    print(squares, queue.empty())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(flaky([], 0))
            for text in ("a", "b"):
                async def bad(text=text):
                    raise ValueError(text)
                group.create_task(bad())
    except* ValueError as group:
        print(sorted(str(e) for e in group.exceptions), group)
    results = await asyncio.gather(flaky([], 0), flaky([], 1), asyncio.sleep(0, "s"), return_exceptions=True)
    print(results)

    async def ticks():
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    print([i async for i in ticks()], {i: i async for i in ticks() if i}, [x async for x in ticks() if await asyncio.sleep(0, x)])

asyncio.run(main())
