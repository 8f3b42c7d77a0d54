"""What is in flight belongs to each generator of a chain, also where chains come apart and together again."""
import asyncio
import sys


def shown():
    return repr(sys.exception())


# A generator that rests in a handler, first stepped alone, then delegated to, then alone again.
def resting():
    try:
        raise KeyError("own")
    except KeyError:
        got = yield shown()
        while got != "stop":
            got = yield shown(), got
    yield shown()


def outer(inner):
    yield shown()
    yield from inner
    yield shown()


inner = resting()
print(next(inner), shown())
chain = outer(inner)
try:
    raise ValueError("first")
except ValueError:
    print(next(chain), shown())
    print(next(chain), shown())
print(shown())
try:
    raise ValueError("second")
except ValueError:
    print(chain.send("x"), shown())
    print(inner.send("direct"), shown())
    print(chain.send("again"), shown())
    print(chain.send("stop"), shown())
    print(next(chain), shown())

# The delegate is stepped past its end while its delegator rests.
def three():
    yield 1
    yield 2
    yield 3


inner = three()
def waiting():
    got = yield from inner
    print("waiting got", got)
    yield "after"


chain = waiting()
print(next(chain), next(inner), next(chain), list(inner), next(chain), list(chain))

# The delegator goes first.
inner = three()
chain = waiting()
next(chain)
chain.close()
print(list(inner))
inner = resting()
chain = outer(outer(inner))
print(next(chain), next(chain), next(chain))
print(inner.gi_suspended, chain.gi_suspended)
print(next(inner), next(chain))

# A generator asks for itself.
def selfish():
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    yield from via()


def via():
    for who in (me, there):
        try:
            next(who)
        except ValueError as error:
            yield str(error)


me = selfish()
there = None
def delegating():
    yield from me


there = delegating()
print(list(there))

# Contexts across a yield.
def raising():
    yield
    raise RuntimeError("late")


it = raising()
try:
    raise ValueError("at first")
except ValueError:
    next(it)
try:
    raise OSError("then")
except OSError:
    try:
        next(it)
    except RuntimeError as error:
        print(repr(error.__context__))
it = raising()
next(it)
try:
    next(it)
except RuntimeError as error:
    print(repr(error.__context__))

# Thrown exceptions get what is handled as their context, replacing what they had.
def catching():
    try:
        raise LookupError("inside")
    except LookupError:
        try:
            yield
        except TypeError as error:
            yield repr(error.__context__)


thrown = TypeError("thrown")
try:
    raise thrown from None
except TypeError:
    pass
try:
    raise ValueError("before")
except ValueError:
    it = catching()
    next(it)
    print(it.throw(thrown))

# raise keeps up with what is handled.
saved = KeyError("saved")
saved.__context__ = OSError("old")
try:
    try:
        raise ValueError("now")
    except ValueError:
        raise saved
except KeyError as error:
    print(repr(error.__context__))


class Managed:
    def __init__(self, function):
        self.steps = function()

    def __enter__(self):
        return next(self.steps)

    def __exit__(self, kind, value, traceback):
        try:
            self.steps.throw(value)
        except ValueError as error:
            return error is not value


def managed():
    try:
        yield shown()
    except ValueError:
        print("managed", shown())
        raise


try:
    raise OSError("around")
except OSError:
    try:
        with Managed(managed) as seen:
            print(seen)
            raise ValueError("body")
    except ValueError as error:
        print(repr(error.__context__), shown())
    print(shown())


# Asynchronous generators: theirs doesn't leak after a yield.
async def source():
    try:
        raise KeyError("source")
    except KeyError:
        yield shown()
        yield shown()
    yield shown()


async def consume():
    async for item in source():
        print(item, shown())
    try:
        raise ValueError("consumer")
    except ValueError:
        steps = source()
        print(await anext(steps), shown())
    print(await anext(steps), shown())
    try:
        raise ValueError("consumer again")
    except ValueError:
        print(await steps.asend(None), shown())
        try:
            raise TypeError
        except TypeError as error:
            print(repr(error.__context__))
    print([seen async for seen in source()], shown())


asyncio.run(consume())


# Tasks, eager and not.
async def look(name):
    print(name, shown())
    await asyncio.sleep(0)
    print(name, shown())


async def eager():
    loop = asyncio.get_running_loop()
    try:
        raise ValueError("main")
    except ValueError:
        task = asyncio.Task(look("eager"), loop=loop, eager_start=True)
        print("main", shown())
        lazy = asyncio.create_task(look("lazy"))
        await task
        await lazy
        print("main", shown())


asyncio.run(eager())
try:
    raise ValueError("outside")
except ValueError:
    asyncio.run(look("run"))


class Dying:
    def __del__(self):
        print("del", shown())
        try:
            raise KeyError
        except KeyError:
            pass


try:
    raise ValueError("while dying")
except ValueError:
    Dying()
    print(shown())
