"""Looks into live objects: what they are, what they take, where they come from.

Invariant: only what asks for the kind of an object stands here; the rest is read when a name of it is first asked for.
`_ELSEWHERE` says where each name stands."""
from types import (
    AsyncGeneratorType, BuiltinFunctionType, ClassMethodDescriptorType, CodeType, CoroutineType, FrameType,
    FunctionType, GeneratorType, GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, MethodType,
    MethodWrapperType, ModuleType, TracebackType, WrapperDescriptorType,
)

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments", "Attribute",
    "BoundArguments", "BufferFlags", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
    "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS",
    "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "CO_HAS_DOCSTRING", "CO_METHOD",
    "ClassFoundException", "ClosureVars", "EndOfBlock", "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED",
    "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT", "Traceback",
    "classify_class_attrs", "cleandoc", "currentframe", "findsource", "formatannotation",
    "formatannotationrelativeto", "formatargvalues", "get_annotations", "getabsfile", "getargs", "getargvalues",
    "getasyncgenlocals", "getasyncgenstate", "getattr_static", "getblock", "getcallargs", "getclasstree",
    "getclosurevars", "getcomments", "getcoroutinelocals", "getcoroutinestate", "getdoc", "getfile", "getframeinfo",
    "getfullargspec", "getgeneratorlocals", "getgeneratorstate", "getinnerframes", "getlineno", "getmembers",
    "getmembers_static", "getmodule", "getmodulename", "getmro", "getouterframes", "getsource", "getsourcefile",
    "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable", "isbuiltin",
    "isclass", "iscode", "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction",
    "isgenerator", "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor",
    "ismethodwrapper", "ismodule", "ispackage", "isroutine", "istraceback", "markcoroutinefunction", "signature",
    "stack", "trace", "unwrap", "walktree",
]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
CO_HAS_DOCSTRING, CO_METHOD = 0x4000000, 0x8000000
TPFLAGS_IS_ABSTRACT = 1 << 20
GEN_CREATED, CORO_CREATED, AGEN_CREATED = "GEN_CREATED", "CORO_CREATED", "AGEN_CREATED"
GEN_RUNNING, CORO_RUNNING, AGEN_RUNNING = "GEN_RUNNING", "CORO_RUNNING", "AGEN_RUNNING"
GEN_SUSPENDED, CORO_SUSPENDED, AGEN_SUSPENDED = "GEN_SUSPENDED", "CORO_SUSPENDED", "AGEN_SUSPENDED"
GEN_CLOSED, CORO_CLOSED, AGEN_CLOSED = "GEN_CLOSED", "CORO_CLOSED", "AGEN_CLOSED"

_NATIVE_CALLABLES = (WrapperDescriptorType, MethodWrapperType, ClassMethodDescriptorType, MethodDescriptorType,
                     BuiltinFunctionType)
_ROUTINES = (*_NATIVE_CALLABLES, FunctionType, MethodType)
_ELSEWHERE = {name: part for part, names in {
    "_parameters": "Parameter Signature BoundArguments _ParameterKind _empty _void",
    "_signature": "signature",
    "_texts": "formatannotation formatannotationrelativeto formatargvalues",
    "_arguments": "ArgInfo Arguments FullArgSpec getargs getargvalues getfullargspec getcallargs ClosureVars "
                  "getclosurevars",
    "_members": "Attribute classify_class_attrs getattr_static getmembers getmembers_static getclasstree walktree "
                "getdoc cleandoc",
    "_source": "ClassFoundException EndOfBlock findsource getabsfile getblock getcomments getfile "
               "getmodule getmodulename getsource getsourcefile getsourcelines indentsize modulesbyfile",
    "_frames": "FrameInfo Traceback currentframe getframeinfo getinnerframes getouterframes getlineno stack trace",
    "_buffers": "BufferFlags",
}.items() for name in names.split()}


def __getattr__(name):
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'inspect' has no attribute '{name}'")
    part = __import__(f"inspect.{_ELSEWHERE[name]}", fromlist=[name])
    value = globals()[name] = getattr(part, name)
    if getattr(value, "__module__", None) == part.__name__:
        value.__module__ = "inspect"
    return value


def __dir__():
    return sorted({*globals(), *_ELSEWHERE})


# The kinds of objects.

def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ispackage(object):
    """Whether it is a module that has modules below it."""
    return isinstance(object, ModuleType) and hasattr(object, "__path__")


def ismethod(object):
    """Whether it is a method that is bound to an instance."""
    return isinstance(object, MethodType)


def isfunction(object):
    """Whether it is a function written in the language."""
    return isinstance(object, FunctionType)


def isbuiltin(object):
    """Whether it is a native function, or a native method that is bound."""
    return isinstance(object, BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a native special method that is bound."""
    return isinstance(object, MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isinstance(object, _ROUTINES) or ismethoddescriptor(object)


def iscode(object):
    """Whether it is code."""
    return isinstance(object, CodeType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, FrameType)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, TracebackType)


def isgenerator(object):
    """Whether it is a generator that was made by calling a function."""
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine that was made by calling an `async def` function."""
    return isinstance(object, CoroutineType)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    """Whether it can stand behind `await`."""
    if isinstance(object, CoroutineType):
        return True
    if isinstance(object, GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    from collections.abc import Awaitable
    return isinstance(object, Awaitable)


def isgetsetdescriptor(object):
    """Whether it is an attribute that a native class computes."""
    return isinstance(object, GetSetDescriptorType)


def ismemberdescriptor(object):
    """Whether it is an attribute with a place in the object, as `__slots__` make."""
    return isinstance(object, MemberDescriptorType)


def isdatadescriptor(object):
    """Whether it decides how an attribute is set or deleted."""
    if isinstance(object, (type, MethodType, FunctionType)):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismethoddescriptor(object):
    """Whether it binds as a method does without being a function, a method or a class."""
    if isinstance(object, (type, MethodType, FunctionType)):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isabstract(object):
    """Whether it is a class that still has abstract methods."""
    return isinstance(object, type) and bool(_abstract_names(object))


def _abstract_names(cls):
    if "__abstractmethods__" in cls.__dict__:
        return cls.__dict__["__abstractmethods__"]
    # The names are not there yet while `__init_subclass__` runs.
    from abc import ABCMeta
    if not isinstance(cls, ABCMeta):
        return ()
    names = {name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())} | {*cls.__dict__}
    return [name for name in names if getattr(getattr(cls, name, None), "__isabstractmethod__", False)]


# The kinds of functions.

_COROUTINE_MARK = object()


def markcoroutinefunction(func):
    """Makes `iscoroutinefunction` true of a callable that returns a coroutine."""
    getattr(func, "__func__", func)._is_coroutine_mark = _COROUTINE_MARK
    return func


def iscoroutinefunction(obj):
    """Whether calling it makes a coroutine."""
    return _flagged(obj, CO_COROUTINE) or _marked(obj)


def isgeneratorfunction(obj):
    """Whether calling it makes a generator."""
    return _flagged(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether calling it makes an asynchronous generator."""
    return _flagged(obj, CO_ASYNC_GENERATOR)


def _bare(obj):
    """The function under bound methods and partial applications."""
    while True:
        if isinstance(obj, FunctionType):
            method = getattr(obj, "__partialmethod__", None)
            if method is None:
                return obj
            obj = method.func
        elif isinstance(obj, MethodType):
            obj = obj.__func__
        elif _is_partial(obj):
            obj = obj.func
        else:
            return obj


def _is_partial(obj):
    from functools import partial, partialmethod
    return isinstance(obj, (partial, partialmethod))


def _flagged(obj, flag):
    obj = _bare(obj)
    if isinstance(obj, FunctionType):
        return bool(obj.__code__.co_flags & flag)
    if isinstance(obj, type) or not hasattr(obj, "__code__"):
        return False
    from inspect._signature import _like_function
    return _like_function(obj) and bool(obj.__code__.co_flags & flag)


def _marked(obj):
    obj = _bare(obj)
    return getattr(obj, "_is_coroutine_mark", None) is _COROUTINE_MARK


def unwrap(func, *, stop=None):
    """Follows `__wrapped__` to the innermost function, or to the one where `stop` says so."""
    import sys
    first, seen = func, {id(func): func}
    # The attribute of that name of a class is for its instances.
    while not isinstance(func, type) and hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen[id(func)] = func
    return func


def getmro(cls):
    """The class and its bases, in the order in which attributes are looked up."""
    return cls.__mro__


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    """The annotations of a function, class or module."""
    from annotationlib import get_annotations
    return get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str, format=format)


# What generators and coroutines are doing.

def getgeneratorstate(generator):
    """Which of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED and GEN_CLOSED a generator is in."""
    return "GEN_" + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    """Which of CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED and CORO_CLOSED a coroutine is in."""
    return "CORO_" + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    """Which of AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED and AGEN_CLOSED an asynchronous generator is in."""
    return "AGEN_" + _state(agen.ag_running, agen.ag_suspended, agen.ag_frame)


def _state(running, suspended, frame):
    if running:
        return "RUNNING"
    if suspended:
        return "SUSPENDED"
    return "CLOSED" if frame is None else "CREATED"


def getgeneratorlocals(generator):
    """The local variables of a generator by name."""
    if not isinstance(generator, GeneratorType):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine by name."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator by name."""
    if not isinstance(agen, AsyncGeneratorType):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else frame.f_locals
