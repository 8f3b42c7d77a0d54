# ExitStack in use: exits that move to another stack, what is refused, opening several things or none.
from contextlib import ExitStack, contextmanager, nullcontext, suppress


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, "| context", repr(error.__context__))


stack = ExitStack()
stack.callback(print, "moved")
moved = stack.pop_all()
stack.close()
print(type(moved).__name__)
moved.close()
moved.close()


class Named(ExitStack):
    name = "named"


print(type(Named().pop_all()).__name__)

with ExitStack() as stack:
    stack.callback(lambda: stack.callback(print, "added while leaving"))
with ExitStack() as stack:
    stack.callback(print, "kept for later")
    stack.callback(lambda: globals().update(later=stack.pop_all()))
later.close()


def enter(value):
    with ExitStack() as stack:
        return stack.enter_context(value)


class Half:
    def __enter__(self): print("not reached")


class Own:
    def __init__(self): self.__enter__ = self.__exit__ = lambda *a: None


for value in 1, Half(), Own(), Half:
    show(lambda: enter(value))
for make in [lambda: ExitStack(1), lambda: ExitStack().callback(), lambda: ExitStack().callback(callback=print),
             lambda: ExitStack().enter_context(), lambda: ExitStack().push()]:
    show(make)


def push(value):
    with ExitStack() as stack:
        stack.push(value)


show(lambda: push(3))


@contextmanager
def opened(name, fail=False):
    if fail:
        raise OSError(f"can't open {name}")
    print("open", name)
    yield name
    print("close", name)


def open_all(*names):
    with ExitStack() as stack:
        files = [stack.enter_context(opened(name, name == "bad")) for name in names]
        return files, stack.pop_all()


files, keep = open_all("x", "y")
print(files)
keep.close()
show(lambda: open_all("x", "bad", "y"))
with ExitStack() as stack:
    stack.enter_context(suppress(KeyError))
    stack.enter_context(nullcontext())
    {}["nothing"]
print(ExitStack().__exit__(None, None, None), ExitStack().__exit__(KeyError, KeyError(), None))
