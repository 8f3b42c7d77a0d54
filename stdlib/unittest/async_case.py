"""A test case whose methods may be coroutines; all of them run in one event loop that the test has to itself."""
from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """A test case with an event loop of its own and asynchronous fixtures."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None
        self._context = _new_context()

    # Running.

    def _in_own_loop(self, call, *args):
        import asyncio
        assert self._runner is None, "asyncio runner is already initialized"
        self._runner = runner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return call(*args)
        finally:
            self._runner = None
            runner.close()

    def run(self, result=None):
        """Run the test in a new event loop and report to the result, which is returned."""
        return self._in_own_loop(super().run, result)

    def debug(self):
        """Run the test in a new event loop without a result; what it raises passes on."""
        self._in_own_loop(super().debug)

    # Steps. Plain functions run in the context that the coroutines share.

    def _prepare(self):
        # setUp may ask for the loop.
        self._runner.get_loop()
        self._call(self.setUp)
        self._await(self.asyncSetUp)

    def _perform(self, method):
        value = self._call_or_await(method)
        if value is not None:
            import warnings
            warnings.warn((self._text_on_value(method, value),), DeprecationWarning, stacklevel=7)

    def _tidy(self):
        self._await(self.asyncTearDown)
        self._call(self.tearDown)

    def _clean(self, function, args, kwargs):
        self._call_or_await(function, *args, **kwargs)

    def _call(self, function, *args, **kwargs):
        if self._context is None:
            return function(*args, **kwargs)
        return self._context.run(function, *args, **kwargs)

    def _await(self, function, *args, **kwargs):
        assert _is_coroutine_function(function), f"{function!r} is not an async function"
        return self._runner.run(function(*args, **kwargs), context=self._context)

    def _call_or_await(self, function, *args, **kwargs):
        if _is_coroutine_function(function):
            return self._await(function, *args, **kwargs)
        return self._call(function, *args, **kwargs)

    # What a test overrides or calls.

    async def asyncSetUp(self):
        """Prepare each test, after setUp."""

    async def asyncTearDown(self):
        """Tidy up after each test whose set-up went well, before tearDown."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Have a coroutine function called and awaited with the clean-ups."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an asynchronous context manager that is left with the test's clean-ups."""
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous "
                            "context manager protocol") from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value


def _new_context():
    try:
        from contextvars import copy_context
    except ImportError:
        return None
    return copy_context()


def _is_coroutine_function(function):
    while True:
        if hasattr(function, "__func__"):
            function = function.__func__
        elif type(function).__name__ == "partial":
            function = function.func
        else:
            break
    code = getattr(function, "__code__", None)
    if code is None and isinstance(function, type(len)):
        return _is_native_coroutine_function(function)
    # 0x80 is the flag of a coroutine function, which inspect would be loaded for.
    return code is not None and bool(code.co_flags & 0x80)


def _is_native_coroutine_function(function):
    """Tell of a function without code of its own, such as asyncio's may be."""
    import asyncio
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return asyncio.iscoroutinefunction(function)
