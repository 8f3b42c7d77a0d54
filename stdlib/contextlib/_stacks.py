"""Stacks of context managers.

Invariant: the exits run as if their blocks were nested: each sees what the ones before it left in flight, and an
exception that one of them raises has as its context what it would have in nested blocks."""
import sys

from contextlib import AbstractAsyncContextManager, AbstractContextManager

__name__ = "contextlib"  # what the classes give as their module


def _methods_of(cm, enter, leave, kind):
    """The two methods of a context manager, read from its class."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol") from None


def _after(callback, args, kwds):
    def leave(exc_type, exc, traceback):
        callback(*args, **kwds)
    leave.__wrapped__ = callback
    return leave


def _after_async(callback, args, kwds):
    async def leave(exc_type, exc, traceback):
        await callback(*args, **kwds)
    leave.__wrapped__ = callback
    return leave


class _BaseExitStack:
    """Keeps pairs: whether an exit is called or awaited, and the exit itself, a function of three arguments."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """A new stack that takes over all exits of this one."""
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return stack

    def push(self, exit):
        """Adds the __exit__ of an object, or a function like one; returns it, so that it can decorate."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else _bound(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager and adds its __exit__; what __enter__ returned."""
        enter, leave = _methods_of(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, _bound(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function that is called with these arguments and can't suppress an exception."""
        self._exit_callbacks.append((True, _after(callback, args, kwds)))
        return callback


def _bound(method, instance):
    return method.__get__(instance) if hasattr(method, "__get__") else lambda *details: method(instance, *details)


class _Unwinding:
    """What is known while the exits of a stack run: the exception in flight, and whether one of them raised it."""

    __slots__ = ("error", "_came", "_handled", "_raised", "_suppressed")

    def __init__(self, error):
        self.error = error
        self._came = error is not None
        self._handled = sys.exception()
        self._raised = self._suppressed = False

    def details(self):
        error = self.error
        return (None, None, None) if error is None else (type(error), error, error.__traceback__)

    def suppress(self):
        self.error = None
        self._suppressed = True
        self._raised = False

    def replace(self, new):
        """An exit has raised `new`. As if the blocks were nested, what was in flight becomes its context: it takes
        the place of the exception that is handled around the whole stack."""
        old, self.error = self.error, new
        self._raised = True
        while new.__context__ is not None and new.__context__ is not old:
            if new.__context__ is self._handled:
                new.__context__ = old
                return
            new = new.__context__

    def raised(self):
        return self.error if self._raised else None

    def verdict(self):
        return self._came and self._suppressed


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Runs any number of exits at the end of one block, the last one added first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:  # read anew: an exit may add others, or move them to another stack
            try:
                if self._exit_callbacks.pop()[1](*unwinding.details()):
                    unwinding.suppress()
            except BaseException as error:
                unwinding.replace(error)
        error = unwinding.raised()
        if error is None:
            return unwinding.verdict()
        context = error.__context__
        try:
            raise error
        finally:
            error.__context__ = context  # the raise has set it to what is handled here

    def close(self):
        """Runs the exits now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """Runs any number of exits, called or awaited, at the end of one asynchronous block."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager and adds its __aexit__; what __aenter__ gave."""
        enter, leave = _methods_of(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, _bound(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Adds the __aexit__ of an object, or a coroutine function like one; returns it."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else _bound(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a coroutine function that is awaited with these arguments and can't suppress an exception."""
        self._exit_callbacks.append((False, _after_async(callback, args, kwds)))
        return callback

    async def aclose(self):
        """Runs the exits now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            try:
                called, leave = self._exit_callbacks.pop()
                result = leave(*unwinding.details())
                if result if called else await result:
                    unwinding.suppress()
            except BaseException as error:
                unwinding.replace(error)
        error = unwinding.raised()
        if error is None:
            return unwinding.verdict()
        context = error.__context__
        try:
            raise error
        finally:
            error.__context__ = context
