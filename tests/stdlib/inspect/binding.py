# Binding arguments to parameters, and the older records.
import inspect
from inspect import signature


def attempt(label, make):
    try:
        print(label, make())
    except TypeError as error:
        print(label, "TypeError", error)


def both(function, *args, **kwargs):
    bound = signature(function)
    attempt("bind", lambda: bound.bind(*args, **kwargs))
    attempt("partial", lambda: bound.bind_partial(*args, **kwargs))


def usual(a, b, c=3, *, d=4): pass
def everything(a, b=2, /, c=3, *rest, d, e=5, **more): pass
def positional(a, b=2, /): pass
def positional_and_more(a=1, /, **more): pass


for args, kwargs in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3, 4), {}), ((1, 2), {"a": 1}), ((1, 2), {"z": 1}),
                     ((1, 2), {"z": 1, "y": 2}), ((1, 2), {"d": 9}), ((), {"a": 1, "b": 2}), ((), {"b": 1})):
    print(args, kwargs)
    both(usual, *args, **kwargs)
for args, kwargs in (((), {}), ((1,), {"d": 0}), ((1, 2, 3, 4, 5), {"d": 0, "x": 1}), ((1,), {"b": 2, "d": 0}), ((), {"a": 1}),
                     ((1, 2), {"c": 4, "d": 0, "a": 7})):
    print(args, kwargs)
    both(everything, *args, **kwargs)
both(positional, 1, 2, 3)
both(positional, a=1)
both(positional, 1, b=2)
both(positional_and_more, a=7)
both(lambda self: 0, self=1)

bound = signature(everything).bind(1, d=2)
print(bound.args, bound.kwargs, bound.arguments, bound.signature)
bound.apply_defaults()
print(bound, bound.args, bound.kwargs)
bound.arguments["c"] = "changed"
print(bound.args, everything(*bound.args, **bound.kwargs))
print(signature(usual).bind_partial(b=2).args, signature(usual).bind_partial(b=2).kwargs)
print(bound == signature(everything).bind(1, 2, "changed", d=2, e=5), bound == signature(everything).bind(1, d=2), bound == 3)
attempt("hash", lambda: hash(bound))

print("getfullargspec")


class Thing:
    def __repr__(self): return "Thing"
    def __init__(self, i): pass
    def method(self, x: int, *args, k=1, **kw) -> str: pass
    @classmethod
    def made(cls, y=2): pass
    @staticmethod
    def free(z): pass


for function in (usual, everything, positional, Thing, Thing.method, Thing(1).method, Thing.made, Thing.free, len, [].append):
    print(inspect.getfullargspec(function))
for wrong in (1, int, "x"):
    attempt("spec", lambda: inspect.getfullargspec(wrong))
print(inspect.getargs(everything.__code__))
attempt("args", lambda: inspect.getargs(3))

print("getcallargs")
for args, kwargs in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3, 4), {}), ((1, 2, 3, 4), {"d": 1}), ((1, 2), {"a": 1}), ((1, 2), {"z": 1}),
                     ((1, 2), {"d": 5})):
    attempt("call", lambda: inspect.getcallargs(usual, *args, **kwargs))
attempt("call", lambda: inspect.getcallargs(Thing(1).method, 2, 3, 4, q=5))
attempt("call", lambda: inspect.getcallargs(lambda *, a, b: 0))
attempt("call", lambda: inspect.getcallargs(lambda a, b, c, d: 0))
attempt("call", lambda: inspect.getcallargs(lambda a: 0, 1, 2, 3))
attempt("call", lambda: inspect.getcallargs(lambda: 0, 1))

print("closures")


def outer():
    seen = 1
    def inner():
        return seen, len, inspect, no_such_name
    return inner


found = inspect.getclosurevars(outer())
print(found.nonlocals, list(found.globals), list(found.builtins), found.unbound, type(found).__name__)
attempt("closure", lambda: inspect.getclosurevars(3))
frame_values = (lambda a, *b, c=2, **d: inspect.getargvalues(inspect.currentframe()))(1, 2, e=3)
print(frame_values.args, frame_values.varargs, frame_values.keywords, frame_values.locals)
print(inspect.formatargvalues(*frame_values))
