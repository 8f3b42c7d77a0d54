# ExitStack: order, suppression, replaced exceptions and their contexts.
from contextlib import ExitStack


def contexts(error):
    seen = []
    while error is not None and len(seen) < 9:
        seen.append(repr(error))
        error = error.__context__
    return seen


class Door:
    def __init__(self, name, answer=None, error=None): self.name, self.answer, self.error = name, answer, error
    def __enter__(self): print("enter", self.name); return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        if self.error:
            raise self.error
        return self.answer


with ExitStack() as stack:
    print(stack.enter_context(Door("a")), stack.enter_context(Door("b")))
    print(stack.callback(print, "called", "with", sep="-") is print)
    pushed = Door("c")
    print(stack.push(pushed) is pushed)

    @stack.push
    def last(*details):
        print("first", details)

    @stack.callback
    def note():
        print("note")

with ExitStack() as stack:
    stack.enter_context(Door("sees nothing"))
    stack.enter_context(Door("swallows", answer=True))
    stack.enter_context(Door("sees"))
    raise ValueError("v")
print("swallowed")


def run(*doors, error=None, extra=None):
    try:
        with ExitStack() as stack:
            for door in doors:
                stack.enter_context(door)
            if extra:
                stack.callback(extra)
            if error:
                raise error
    except Exception as caught:
        print(contexts(caught))
    else:
        print("quiet")


run(Door("1", error=IndexError(1)), Door("2", error=KeyError(2)), Door("3", error=OSError(3)),
    error=ZeroDivisionError())
run(Door("1", error=IndexError(1)), Door("2", answer=True), Door("3", error=KeyError(3)), error=ZeroDivisionError())
run(Door("1", answer=True), Door("2", error=KeyError(2)))
run(Door("1", error=KeyError(1)), Door("2", error=KeyError(2)))
same = ValueError("same")
run(Door("1", error=same), Door("2", error=same), error=same)


def chained():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


run(Door("1", error=TypeError("t")), extra=chained, error=OSError("body"))
try:
    raise OSError("around")
except OSError:
    run(Door("1", error=IndexError(1)), Door("2", error=KeyError(2)), error=TypeError("body"))
    run(Door("1", error=IndexError(1)), Door("2", error=KeyError(2)))
