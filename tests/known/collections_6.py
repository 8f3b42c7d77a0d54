# Locals of a running function are a FrameLocalsProxy, a mapping of its own kind.
import sys


def f():
    x = 1
    return sys._getframe().f_locals


print(type(f()).__name__, dict(f()), isinstance(f(), dict))
