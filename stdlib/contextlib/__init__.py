"""Context managers: made of generators, by wrapping an object, as decorators, and stacks of them.

Invariant: an exception that passes through a manager of this module unchanged leaves it as the same object with the
traceback that it came with. The stacks stand in a file of their own, which is read when one is first asked for."""
import sys
from abc import ABC, abstractmethod

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "chdir",
]

GenericAlias = type(list[int])


def __getattr__(name):
    if name in ("ExitStack", "AsyncExitStack", "_BaseExitStack"):
        from contextlib import _stacks
        value = globals()[name] = getattr(_stacks, name)
        return value
    raise AttributeError(f"module 'contextlib' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), "ExitStack", "AsyncExitStack"})


# The protocols.

def _has(cls, *names):
    """Whether a class has all these methods, by any of its bases; one set to None counts as taken away."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """A class with __enter__, which returns self if not redefined, and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    """A class with __aenter__, which returns self if not redefined, and __aexit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    """A base or mixin that lets a context manager decorate functions too."""

    def _recreate_cm(self):
        # A manager that can be entered once only makes a new one for each call.
        return self

    def __call__(self, func):
        from functools import update_wrapper

        def inside(*args, **kwds):
            manager = self._recreate_cm()
            with manager:
                return func(*args, **kwds)
        return update_wrapper(inside, func)


class AsyncContextDecorator:
    """A base or mixin that lets an asynchronous context manager decorate coroutine functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        from functools import update_wrapper

        async def inside(*args, **kwds):
            manager = self._recreate_cm()
            async with manager:
                return await func(*args, **kwds)
        return update_wrapper(inside, func)


# Managers made of generators.

class _GeneratorContextManagerBase:
    """Holds the generator, and until it is entered what it was made of."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = type(self).__doc__ if getattr(func, "__doc__", None) is None else func.__doc__

    def _started(self):
        """The generator; what it was made of isn't kept alive by the block."""
        del self.args, self.kwds, self.func
        return self.gen

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _unchanged(error, thrown):
    """Whether what came out of a generator is what was thrown into it, be it wrapped by the rule that no generator
    may end by a StopIteration of its own."""
    if error is thrown:
        return True
    return (isinstance(thrown, (StopIteration, StopAsyncIteration)) and isinstance(error, RuntimeError)
            and error.__cause__ is thrown)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What a function decorated with contextmanager returns."""

    def __enter__(self):
        gen = self._started()
        try:
            return next(gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                next(gen)
            except StopIteration:
                return False
            complaint = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                gen.throw(value)
            except StopIteration as stop:
                return stop is not value
            except BaseException as error:
                if not _unchanged(error, value):
                    raise
                value.__traceback__ = traceback
                return False
            complaint = "generator didn't stop after throw()"
        try:
            raise RuntimeError(complaint)
        finally:
            gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What a function decorated with asynccontextmanager returns."""

    async def __aenter__(self):
        gen = self._started()
        try:
            return await anext(gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                await anext(gen)
            except StopAsyncIteration:
                return False
            complaint = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                await gen.athrow(value)
            except StopAsyncIteration as stop:
                return stop is not value
            except BaseException as error:
                if not _unchanged(error, value):
                    raise
                value.__traceback__ = traceback
                return False
            complaint = "generator didn't stop after athrow()"
        try:
            raise RuntimeError(complaint)
        finally:
            await gen.aclose()


def contextmanager(func):
    """Makes a function that returns a context manager of a generator function that yields once."""
    from functools import update_wrapper
    return update_wrapper(lambda *args, **kwds: _GeneratorContextManager(func, args, kwds), func)


def asynccontextmanager(func):
    """Makes a function that returns an asynchronous context manager of an asynchronous generator function."""
    from functools import update_wrapper
    return update_wrapper(lambda *args, **kwds: _AsyncGeneratorContextManager(func, args, kwds), func)


# Small managers.

class closing(AbstractContextManager):
    """Calls the close() of an object at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits the aclose() of an object at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: gives the block the value that it was made with."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class suppress(AbstractContextManager):
    """Ends the block quietly at an exception of the given classes; of a group it takes out those that match."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        unwanted = self._exceptions
        if not issubclass(exctype, BaseExceptionGroup) or issubclass(exctype, unwanted):
            return issubclass(exctype, unwanted)
        rest = excinst.split(unwanted)[1]
        if rest is not None:
            raise rest
        return True


class _RedirectStream(AbstractContextManager):
    """Puts another object in the place of a stream of sys; may be entered again while it is in force."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed inside the block to another stream."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is written to sys.stderr inside the block to another stream."""

    _stream = "stderr"


class chdir(AbstractContextManager):
    """Changes the working folder for the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        from os import chdir, getcwd
        self._old_cwd.append(getcwd())
        chdir(self.path)

    def __exit__(self, *excinfo):
        from os import chdir
        chdir(self._old_cwd.pop())
