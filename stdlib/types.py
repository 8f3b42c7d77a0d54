"""Names for the types of the machine that no builtin names, and tools for making classes at run time.

Invariant: every type here is taken from a live object, so that it is the very type the machine uses. Only what has no
live object is missing from `__all__`.
"""
import sys as _sys

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CapsuleType", "CellType",
    "ClassMethodDescriptorType", "CodeType", "CoroutineType", "EllipsisType", "FrameType", "FunctionType",
    "GeneratorType", "GenericAlias", "GetSetDescriptorType", "LambdaType", "MappingProxyType", "MemberDescriptorType",
    "MethodDescriptorType", "MethodType", "MethodWrapperType", "ModuleType", "NoneType", "NotImplementedType",
    "SimpleNamespace", "TracebackType", "UnionType", "WrapperDescriptorType", "new_class", "resolve_bases",
    "prepare_class", "get_original_bases", "DynamicClassAttribute", "coroutine",
]
# No object of the machine is a capsule.
__all__.remove("CapsuleType")

NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
ModuleType = type(_sys)
BuiltinFunctionType = BuiltinMethodType = type(len)
FunctionType = LambdaType = type(lambda: None)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = type(vars(dict)["fromkeys"])
MemberDescriptorType = type(FunctionType.__globals__)
GetSetDescriptorType = type(FunctionType.__code__)
MappingProxyType = type(vars(type))
SimpleNamespace = type(_sys.implementation)
GenericAlias = type(list[int])
UnionType = type(int | str)


class DynamicClassAttribute:
    """A property for instances only: asked of the class, it leaves the answer to the metaclass's `__getattr__`."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        # A docstring that was not given may later come from another getter.
        self.__doc__, self.overwrite_doc = doc or fget.__doc__, doc is None
        self.__isabstractmethod__ = True if getattr(fget, "__isabstractmethod__", False) else False

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError("unreadable attribute")
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _again(self, fget, fset, fdel, doc):
        other = type(self)(fget, fset, fdel, doc or self.__doc__)
        other.overwrite_doc = self.overwrite_doc
        return other

    def getter(self, fget):
        """Return a copy with another getter, whose docstring counts if none was given."""
        return self._again(fget, self.fset, self.fdel, self.overwrite_doc and fget.__doc__)

    def setter(self, fset):
        """Return a copy with another setter."""
        return self._again(self.fget, fset, self.fdel, None)

    def deleter(self, fdel):
        """Return a copy with another deleter."""
        return self._again(self.fget, self.fset, fdel, None)


# Types whose objects need code to come into being.

def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _traceback():
    try:
        raise LookupError
    except LookupError as error:
        return error.__traceback__


def _unawaited():
    made = _coroutine()
    made.close()
    return made


CodeType = type(_generator.__code__)
CellType = type((lambda x: lambda: x)(None).__closure__[0])
MethodType = type(DynamicClassAttribute(_generator).getter)
GeneratorType = type(_generator())
CoroutineType = type(_unawaited())
AsyncGeneratorType = type(_async_generator())
TracebackType = type(_traceback())
FrameType = type(_traceback().tb_frame)
del _generator, _coroutine, _async_generator, _traceback, _unawaited


# Classes made at run time.

def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement would, with `exec_body` filling its namespace."""
    real = resolve_bases(bases)
    metaclass, body, keywords = prepare_class(name, real, kwds)
    _fill(body, exec_body, None if real is bases else bases)
    return metaclass(name, real, body, **keywords)


def _fill(body, exec_body, written):
    """Run what fills the body, then note the bases as they were written, if others took their place."""
    if exec_body is not None:
        exec_body(body)
    if written is not None:
        body["__orig_bases__"] = written


def resolve_bases(bases):
    """Replace each base that is no class by what its `__mro_entries__` says; without such, return `bases` itself."""
    real, replaced = [], False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            real.append(base)
            continue
        entries = entries(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        real += entries
        replaced = True
    return tuple(real) if replaced else bases


def prepare_class(name, bases=(), kwds=None):
    """Find the metaclass and its namespace; return them with the keywords that are left."""
    keywords = dict(kwds or {})
    if "metaclass" in keywords:
        metaclass = keywords.pop("metaclass")
    else:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _most_derived(metaclass, bases)
    prepare = getattr(metaclass, "__prepare__", None)
    return metaclass, {} if prepare is None else prepare(name, bases, **keywords), keywords


def _most_derived(metaclass, bases):
    """The metaclass, of the one asked for and of the bases' ones, that derives from all others."""
    for base in bases:
        other = type(base)
        if issubclass(other, metaclass):
            metaclass = other
        elif not issubclass(metaclass, other):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                            "of the metaclasses of all its bases")
    return metaclass


def get_original_bases(cls, /):
    """Return a class's bases as they were written, before `__mro_entries__` replaced them."""
    if not isinstance(cls, type):
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}")
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


# Coroutines made of generators.

class _GeneratorWrapper:
    """Stands for a generator where a coroutine is expected, with the attributes of both."""

    def __init__(self, generator):
        self.__wrapped = generator
        for name in "__name__", "__qualname__":
            setattr(self, name, getattr(generator, name, None))

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, kind, *rest):
        return self.__wrapped.throw(kind, *rest)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if type(self.__wrapped) is GeneratorType else self

    __await__ = __iter__

    # Name mangling makes these functions belong to this class, so they are written out and not generated.
    gi_code = cr_code = property(lambda self: self.__wrapped.gi_code)
    gi_frame = cr_frame = property(lambda self: self.__wrapped.gi_frame)
    gi_running = cr_running = property(lambda self: self.__wrapped.gi_running)
    gi_yieldfrom = cr_await = property(lambda self: self.__wrapped.gi_yieldfrom)
    gi_suspended = cr_suspended = property(lambda self: self.__wrapped.gi_suspended)


_COROUTINE, _GENERATOR, _ITERABLE_COROUTINE = 0x80, 0x20, 0x100


def coroutine(func):
    """Let what a generator function returns be awaited like a coroutine."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = func.__code__ if type(func) is FunctionType else None
    if type(code) is CodeType:
        if code.co_flags & (_COROUTINE | _ITERABLE_COROUTINE):
            return func
        if code.co_flags & _GENERATOR and hasattr(code, "replace"):
            func.__code__ = code.replace(co_flags=code.co_flags | _ITERABLE_COROUTINE)
            return func
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        return _awaitable(func(*args, **kwargs))
    return wrapped


def _awaitable(made):
    """What a wrapped function returns: a generator gets a stand-in, all else stays as it is."""
    kind = type(made)
    if kind is CoroutineType or kind is GeneratorType and made.gi_code.co_flags & _ITERABLE_COROUTINE:
        return made
    if kind is not GeneratorType:
        from collections.abc import Coroutine, Generator
        if not isinstance(made, Generator) or isinstance(made, Coroutine):
            return made
    return _GeneratorWrapper(made)
