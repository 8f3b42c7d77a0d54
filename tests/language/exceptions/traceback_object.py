# __traceback__ and its lines.
import sys


def inner():
    raise ValueError("deep")


def outer():
    inner()


try:
    outer()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__)
    print(sys.exception() is error)
print(sys.exc_info(), sys.exception())


def nested():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise TypeError("b")
        except TypeError:
            print(repr(sys.exception()))
        print(repr(sys.exception()))
    print(sys.exception())


nested()
def generator():
    try:
        raise KeyError("in generator")
    except KeyError:
        yield repr(sys.exception())
        yield repr(sys.exception())
g = generator()
print(next(g), sys.exception())
try:
    raise ValueError("outside")
except ValueError:
    print(next(g), repr(sys.exception()))
