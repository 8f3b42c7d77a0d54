"""Mocks: objects that stand in for others in tests, and patch(), which puts them there."""
from ._calls import ANY, DEFAULT, _Call, _CallList, _SentinelObject, call, sentinel
from ._mocks import Base, CallableMixin, InvalidSpecError, Mock, NonCallableMock
from ._magic import MagicMixin, MagicMock, NonCallableMagicMock, PropertyMock
from ._async import AsyncMagicMixin, AsyncMock, AsyncMockMixin
from ._spec import create_autospec, mock_open, seal
from ._patching import _patch, _patch_dict, patch

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "ThreadingMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock",
           "seal")

FILTER_DIR = True

# The classes belong to the module that everybody knows, not to its parts.
for _thing in list(globals().values()):
    if isinstance(_thing, type):
        _thing.__module__ = __name__
del _thing


def __getattr__(name):
    # Few need it.
    if name != "ThreadingMock":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _threading
    globals()[name] = _threading.ThreadingMock
    return _threading.ThreadingMock
