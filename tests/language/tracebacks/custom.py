# Classes of one's own print with their module unless it is __main__; empty messages have no colon.
import sys


class Custom(Exception):
    pass


class Outer:
    class Inner(Exception):
        def __str__(self): return "text of inner"


class BadStr(Exception):
    def __str__(self): raise ValueError("no text")


for error in [Custom(), Custom("with text"), Outer.Inner(), KeyError("key"), Custom(1, 2), BadStr(), OSError(2, "No such file", "x.txt")]:
    try:
        raise error
    except Exception as caught:
        caught.__traceback__ = None
        sys.excepthook(type(caught), caught, caught.__traceback__)
raise Custom
