# contextmanager: one yield, exceptions in and out, decorators, messages.
from contextlib import contextmanager


def show(make):
    try:
        print(make())
    except BaseException as error:
        print(type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__))


def use(manager, error=None):
    with manager as value:
        if error is not None:
            raise error
        return value


@contextmanager
def traced(name, *, swallow=()):
    """Traces a block."""
    print("enter", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallow", repr(error))
    finally:
        print("exit", name)


@contextmanager
def silent():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def stubborn():
    try:
        yield
    except Exception:
        yield


@contextmanager
def changing():
    try:
        yield
    except KeyError as error:
        raise ValueError("changed") from error


@contextmanager
def bare():
    yield


print(use(traced("a")), traced.__name__, traced.__doc__, traced("x").__doc__, traced.__wrapped__.__name__)
show(lambda: use(traced("b"), OSError("o")))
show(lambda: use(traced("c", swallow=OSError), OSError("p")))
for make in [silent, twice]:
    show(lambda: use(make()))
show(lambda: use(stubborn(), KeyError(1)))
show(lambda: use(changing(), KeyError(2)))
for error in [ZeroDivisionError("z"), StopIteration("s"), RuntimeError("r"), GeneratorExit("g"), KeyboardInterrupt("k"),
              StopAsyncIteration("a")]:
    try:
        use(bare(), error)
    except BaseException as caught:
        print(type(caught).__name__, caught is error, caught.__context__, caught.__traceback__.tb_next.tb_next)
show(lambda: use(contextmanager(lambda: 3)()))
show(lambda: use(contextmanager(lambda: [3])()))
show(lambda: traced())
manager = bare()
print(manager.__enter__(), manager.__exit__(None, None, None))
manager = bare()
manager.__enter__()
print(manager.__exit__(TypeError, TypeError("t"), None))
used = bare()
use(used)
show(lambda: use(used))


@traced("deco")
def add(a, b):
    """Adds."""
    return a + b


print(add(1, 2), add(3, 4), add.__doc__, add.__name__)
waiting = traced("later", swallow=())
print(waiting.args, waiting.kwds, waiting.func is traced.__wrapped__, type(waiting).__name__)


@contextmanager
def nested():
    with traced("outer") as o, traced("inner") as i:
        yield o + i


print(use(nested()))
