# What kind of object something is.
import functools
import inspect
import sys
import types
from abc import ABC, abstractmethod


class Plain:
    __slots__ = ("slot",)
    def method(self): pass
    @property
    def prop(self): pass
    @classmethod
    def made(cls): pass
    @staticmethod
    def free(): pass


class Getter:
    def __get__(self, instance, owner): return self


class Setter:
    def __set__(self, instance, value): pass


def function(): pass
def generator(): yield
async def coroutine(): pass
async def agenerator(): yield


class Abstract(ABC):
    @abstractmethod
    def must(self): pass


gen, agen, coro = generator(), agenerator(), coroutine()
coro.close()
try:
    1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
things = {
    "module": sys, "class": Plain, "int": int, "instance": Plain(), "function": function, "lambda": lambda: 0, "method": Plain().method,
    "class's method": Plain.method, "made": Plain.made, "free": Plain.free, "property": Plain.prop, "slot": Plain.slot, "len": len,
    "append": [].append, "list.append": list.append, "int.__add__": int.__add__, "bound __add__": (1).__add__, "int.real": int.__dict__["real"],
    "fromkeys": dict.__dict__["fromkeys"], "type.__mro__": type.__dict__["__mro__"], "code": function.__code__, "frame": sys._getframe(),
    "traceback": trace, "generator": gen, "generator function": generator, "coroutine": coro, "coroutine function": coroutine,
    "async generator": agen, "async generator function": agenerator, "partial": functools.partial(coroutine), "getter": Getter(),
    "setter": Setter(), "abstract": Abstract, "classmethod": classmethod(function), "staticmethod": staticmethod(function), "none": None,
    "list[int]": list[int],
}
tests = ["module", "class", "package", "method", "function", "builtin", "methodwrapper", "routine", "code", "frame", "traceback", "generator",
         "coroutine", "asyncgen", "awaitable", "getsetdescriptor", "memberdescriptor", "datadescriptor", "methoddescriptor", "abstract",
         "coroutinefunction", "generatorfunction", "asyncgenfunction"]
for label, thing in things.items():
    print(label, [name for name in tests if getattr(inspect, "is" + name)(thing)])

import collections
print(inspect.ispackage(collections), inspect.ispackage(inspect.sys if hasattr(inspect, "sys") else sys))


class Steps:
    method = functools.partialmethod(lambda self: 0)
    async def run(self): pass
    later = functools.partialmethod(run)
    def wait(self): yield


print(inspect.iscoroutinefunction(Steps().run), inspect.iscoroutinefunction(Steps.later), inspect.iscoroutinefunction(Steps().later),
      inspect.iscoroutinefunction(functools.partial(Steps().run)), inspect.isgeneratorfunction(Steps().wait),
      inspect.isgeneratorfunction(functools.partial(functools.partial(generator))))


@inspect.markcoroutinefunction
def marked(): return coroutine()


class Callable:
    async def __call__(self): pass


instance = Callable()
print(inspect.iscoroutinefunction(marked), inspect.iscoroutinefunction(instance), inspect.iscoroutinefunction(functools.partial(marked)))
print(inspect.iscoroutinefunction(inspect.markcoroutinefunction(instance)))


class Holder:
    def method(self): pass


inspect.markcoroutinefunction(Holder.method)
print(inspect.iscoroutinefunction(Holder().method))


class Early(ABC):
    def __init_subclass__(cls):
        print("early", cls.__name__, inspect.isabstract(cls))


class Unfinished(Early):
    @abstractmethod
    def must(self): pass


class Finished(Unfinished):
    def must(self): pass


print(inspect.isabstract(Unfinished), inspect.isabstract(Finished), inspect.isabstract(3))


@types.coroutine
def old_style():
    yield


awaitable = old_style()
print(inspect.isawaitable(awaitable), inspect.isawaitable(gen), inspect.getmro(Finished) == Finished.__mro__)
print([inspect.BufferFlags(value) for value in (0, 1, 8, 29)], inspect.BufferFlags.FULL, inspect.BufferFlags.CONTIG_RO is inspect.BufferFlags.ND)
print(inspect.CO_OPTIMIZED, inspect.CO_COROUTINE, inspect.CO_ASYNC_GENERATOR, inspect.CO_HAS_DOCSTRING, inspect.CO_METHOD, inspect.TPFLAGS_IS_ABSTRACT)


def innermost(): pass
def middle(): pass
def outermost(): pass


middle.__wrapped__, outermost.__wrapped__ = innermost, middle
print(inspect.unwrap(outermost) is innermost, inspect.unwrap(outermost, stop=lambda f: f is middle) is middle, inspect.unwrap(innermost) is innermost)
try:
    inspect.no_such_name
except AttributeError as error:
    print(error)
