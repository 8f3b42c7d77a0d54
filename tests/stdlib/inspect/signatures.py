# Signatures of whatever can be called.
import functools
import inspect
from inspect import Parameter, Signature, signature


def show(label, obj, **options):
    try:
        print(label, signature(obj, **options))
    except (TypeError, ValueError) as error:
        text = str(error)
        print(label, type(error).__name__, text[:text.index(" at 0x")] + " …" if " at 0x" in text else text)


def plain(a, b: int = 1, /, c: "str" = "x", *rest: float, d, e: list[int] = [2], **more) -> "bool":
    """With everything."""


show("plain", plain)
show("evaluated", plain, eval_str=True)
show("lambda", lambda: 0)
show("only keywords", lambda *, a, b=2: 0)
show("positional only", lambda a, b=2, /: 0)
print(repr(signature(plain)))
print(signature(plain).format(max_width=20))
print(signature(plain).format(quote_annotation_strings=False))


class Base:
    def method(self, x, y=2): pass

    @classmethod
    def made(cls, kind): pass

    @staticmethod
    def free(z): pass

    def __init__(self, size, *, colour="red"): pass

    def __call__(self, *values): pass


for name in ("method", "made", "free"):
    show("class " + name, getattr(Base, name))
    show("instance " + name, getattr(Base(1), name))
show("class", Base)
show("instance", Base(1))
show("no methods", type("Empty", (), {}))


class Maker:
    def __new__(cls, *args): pass


class Both(Maker):
    def __init__(self, q): pass


class Meta(type):
    def __call__(cls, through_meta): pass


class ByMeta(metaclass=Meta):
    def __init__(self, unseen): pass


for cls in (Maker, Both, ByMeta, Meta):
    show(cls.__name__, cls)

print("natives")
for native in (len, [].append, list.append, str.join, (1).__add__, int.__add__, object.__init__, dict.fromkeys,
               object, list, tuple, zip, classmethod):
    show(getattr(native, "__qualname__", native), native)
for native in (getattr, max, int, str, dict, range, type, Exception, OSError):
    show(native.__name__, native)


class MyInt(int): pass
class MyList(list): pass
class MyError(ValueError): pass


for cls in (MyInt, MyList, MyError):
    show(cls.__name__, cls)

print("wrapped")


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


show("followed", decorate(plain))
show("not followed", decorate(lambda a: 0), follow_wrapped=False)
show("cached", functools.lru_cache(lambda a, b=1: 0))


def loop(): pass


loop.__wrapped__ = loop
show("loop", loop)

print("partial")


def four(a, b, c=3, *, d=4): pass


for partial in (functools.partial(four, 1), functools.partial(four, b=1), functools.partial(four, 1, d=9),
                functools.partial(four, functools.Placeholder, 2), functools.partial(functools.partial(four, 1), 2),
                functools.partial(lambda *a, **k: 0, 1, z=2), functools.partial(four, 1, 2, 3, 4)):
    show("partial", partial)


class WithPartial:
    method = functools.partialmethod(four, 2)


show("partialmethod", WithPartial.method)
show("bound partialmethod", WithPartial().method)

print("given")


def given(): pass


given.__signature__ = Signature([Parameter("w", Parameter.KEYWORD_ONLY)])
show("given", given)
given.__signature__ = 12
show("wrong", given)
for wrong in (1, "text", None, property(), classmethod(plain)):
    show("not callable", wrong)
show("bad method", type("Bad", (), {"__init__": lambda: 0}))
show("variadic method", type("Good", (), {"__init__": lambda *everything: 0}))
