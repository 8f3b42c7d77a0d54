# Functions and tracebacks made by their types; types that make nothing.
import sys


def f(x, y=2):
    return x + y + z


Function = type(f)
made = Function(f.__code__, {"z": 100}, "made", (7,))
print(made(1), made.__name__, made.__defaults__, Function(f.__code__, {"z": 1})(1, 2))


def failing():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


Traceback = type(failing())
print(Traceback(None, sys._getframe(), 1, 2).tb_lineno)
for call in (lambda: Function(5, {}), lambda: Function(f.__code__), lambda: Traceback(), lambda: type(x for x in ())()):
    try:
        print(call())
    except TypeError as error:
        print(error)
