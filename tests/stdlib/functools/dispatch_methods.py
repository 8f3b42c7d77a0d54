# singledispatchmethod: instance, class and static methods, reprs, attributes, messages.
from functools import singledispatchmethod


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Negator:
    def __init__(self, tag): self.tag = tag
    def __repr__(self): return f"Negator({self.tag})"

    @singledispatchmethod
    def neg(self, arg):
        """Turns things round."""
        raise NotImplementedError(f"no {arg!r}")

    @neg.register
    def _(self, arg: int): return self.tag, -arg

    @neg.register(bool)
    def _(self, arg): return self.tag, not arg

    @singledispatchmethod
    @classmethod
    def make(cls, arg): return cls.__name__, "other"

    @make.register
    @classmethod
    def _(cls, arg: str): return cls.__name__, "str"

    @singledispatchmethod
    @staticmethod
    def free(arg): return "other"

    @free.register(int)
    @staticmethod
    def _(arg): return "int"


class Sub(Negator): pass


n = Sub("s")
print(n.neg(5), n.neg(True), n.make("a"), Sub.make(1), Negator.make("b"), n.free(1), Negator.free("x"))
show(lambda: n.neg("a"))
show(lambda: n.neg())
show(lambda: Negator.free(k=1))
print(Negator.neg, Negator.__dict__["neg"], n.neg, Negator.make)
print(Negator.neg.__name__, n.neg.__doc__, n.neg.__qualname__, n.neg.__module__)


@n.neg.register(list)
def _(self, arg): return self.tag, arg[::-1]


print(n.neg([1, 2]), n.neg.__wrapped__.__name__, Negator.__dict__["neg"].__isabstractmethod__)
show(lambda: singledispatchmethod(3))
show(lambda: n.neg.nothing)
