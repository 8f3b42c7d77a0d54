# Code of functions given to exec and eval: it is called without arguments.


def plain():
    return 3


def two(a, b):
    return a


def with_default(a=5):
    return a


def open_ended(*args, key, **kwargs):
    return args, kwargs


def rests():
    yield 1


async def awaits(x):
    return x


def outer():
    cell = 1

    def inner():
        return cell

    return inner


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: eval(plain.__code__))
attempt(lambda: exec(plain.__code__))
attempt(lambda: eval(two.__code__))
attempt(lambda: exec(two.__code__))
attempt(lambda: eval(with_default.__code__))
attempt(lambda: eval(open_ended.__code__))
attempt(lambda: list(eval(rests.__code__)))
attempt(lambda: eval(awaits.__code__))
attempt(lambda: eval((lambda *args, **kwargs: (args, kwargs)).__code__))
attempt(lambda: eval(outer().__code__))
attempt(lambda: exec(outer().__code__))


class Body:
    code = (lambda self: self).__code__


attempt(lambda: eval(Body.code))
