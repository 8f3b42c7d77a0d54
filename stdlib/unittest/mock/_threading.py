"""A mock for which other threads can wait."""
from ._calls import _Call, sentinel
from ._magic import MagicMixin
from ._mocks import Base, Mock

_UNSET = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    """What lets a mock be waited for."""

    DEFAULT_TIMEOUT = None

    def _get_child_mock(self, /, **kw):
        above = next((kw[key] for key in ("parent", "_new_parent") if isinstance(kw.get(key), ThreadingMixin)), None)
        if above is not None:
            kw["timeout"] = above._mock_wait_timeout
        return super()._get_child_mock(**kw)

    def __init__(self, *args, timeout=_UNSET, **kwargs):
        from threading import Condition
        super().__init__(*args, **kwargs)
        self.__dict__["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is _UNSET else timeout
        self.__dict__["_mock_changed"] = Condition()
        self.__dict__["_mock_finished"] = []  # calls that have given their result

    def reset_mock(self, /, *args, **kwargs):
        """Forget all calls, and on demand what calls give and do."""
        super().reset_mock(*args, **kwargs)
        with self._mock_changed:
            self._mock_finished.clear()

    def _mock_call(self, *args, **kwargs):
        result = super()._mock_call(*args, **kwargs)
        with self._mock_changed:
            self._mock_finished.append(_Call((args, kwargs), two=True))
            self._mock_changed.notify_all()
        return result

    def _increment_mock_call(self, /, *args, **kwargs):
        with self._mock_changed:
            super()._increment_mock_call(*args, **kwargs)

    def wait_until_called(self, *, timeout=_UNSET):
        """Wait until the mock was called; fail when the time is over."""
        if timeout is _UNSET:
            timeout = self._mock_wait_timeout
        with self._mock_changed:
            if not self._mock_changed.wait_for(lambda: self._mock_finished, timeout):
                raise AssertionError(f"{self._mock_record.name or 'mock'} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait until the mock was called with these arguments; fail when the time is over."""
        wanted = _Call((args, kwargs), two=True)
        timeout = self._mock_wait_timeout
        with self._mock_changed:
            if not self._mock_changed.wait_for(lambda: wanted in self._mock_finished, timeout):
                raise AssertionError(f"{self._call_text(args, kwargs)} call not found")


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock with special methods for which other threads can wait."""


for _thing in ThreadingMixin, ThreadingMock:
    _thing.__module__ = "unittest.mock"
