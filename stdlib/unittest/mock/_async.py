"""Mocks of coroutine functions: a call gives a coroutine, and awaits are counted apart from calls."""
from ._calls import DEFAULT, _Call, _CallList
from ._magic import MagicMixin
from ._mocks import Base, Mock, _kept, is_exception, is_mock


async def _coroutine_function(*args, **kwargs):
    """Lends its code to mocks, which are taken for coroutine functions by it."""


def is_async_function(obj):
    """Tell whether an object is a coroutine function, or has the code of one."""
    while True:
        if hasattr(type(obj), "__func__"):
            obj = obj.__func__
        elif type(obj).__name__ == "partial":
            obj = obj.func
        else:
            break
    if is_mock(obj) and not issubclass(type(obj), AsyncMockMixin):
        return False
    code = getattr(obj, "__code__", None)
    return type(code) is type(_coroutine_function.__code__) and bool(code.co_flags & 0x80)


def is_async_attribute(spec, name):
    """Tell whether an attribute is a coroutine function, without running a property."""
    found = None
    for place in (spec if isinstance(spec, type) else type(spec)).__mro__:
        if name in place.__dict__:
            found = place.__dict__[name]
            break
    if isinstance(found, (classmethod, staticmethod)):
        found = found.__func__
    return found is not None and is_async_function(found)


class AsyncMockMixin(Base):
    """What makes calls of a mock give coroutines."""

    __code__ = _coroutine_function.__code__
    __name__ = "AsyncMock"
    __defaults__ = ()
    __kwdefaults__ = {}

    await_count = _kept("await_count")
    await_args = _kept("await_args")
    await_args_list = _kept("await_args_list")

    def __init__(self, /, *args, **kwargs):
        self._forget_awaits()
        super().__init__(*args, **kwargs)

    def _forget_awaits(self):
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
                if is_async_function(effect):
                    result = await result
            else:
                try:
                    result = next(effect)
                except StopIteration:
                    # A coroutine cannot raise that.
                    raise StopAsyncIteration from None
                if is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        value = self._given_value(args, kwargs)
        wraps = self._mock_record.wraps
        return await value if wraps is not None and is_async_function(wraps) and hasattr(value, "cr_frame") else value

    def reset_mock(self, /, *args, **kwargs):
        """Forget all calls and awaits, and on demand what calls give and do."""
        super().reset_mock(*args, **kwargs)
        self._forget_awaits()

    def assert_awaited(self):
        """Fail if there was no await."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._name_in_messages()} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless there was exactly one await."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name_in_messages()} to have been awaited once. "
                                 f"Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless the last await had these arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._call_text(args, kwargs)}\nNot awaited")
        self._compare_with(self.await_args, args, kwargs, "await")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless there was exactly one await, with these arguments."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless some await had these arguments."""
        self._look_among(self.await_args_list, args, kwargs, "await")

    def assert_has_awaits(self, calls, any_order=False):
        """Fail unless there were these awaits, one directly after the other unless in any order."""
        from ._mocks import _problem
        expected = [self._comparable(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        made = _CallList(self._comparable(each) for each in self.await_args_list)
        if not any_order:
            if expected not in made:
                problem = _problem("Awaits", expected) if cause is not None else "Awaits not found."
                text = f"{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}"
                raise AssertionError(text) from cause
            return
        left = list(made)
        missing = []
        for each in expected:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list") from cause

    def assert_not_awaited(self):
        """Fail if there were awaits."""
        if self.await_count:
            raise AssertionError(f"Expected {self._name_in_messages()} to not have been awaited. "
                                 f"Awaited {self.await_count} times.")


class AsyncMagicMixin(MagicMixin):
    """The special methods of an asynchronous mock."""


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A mock whose calls give coroutines."""
