"""Mocks that have all special methods from the start, and the mock that serves as a property."""
from ._mocks import Base, CallableMixin, Mock, NonCallableMock
from ._special import ASYNC_METHODS, LAZY, SYNC_MAGICS, is_magic


class MagicMixin(Base):
    """What gives a mock its special methods."""

    def __init__(self, /, *args, **kw):
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        """Put the special methods that the spec has into the mock's class."""
        own = type(self)
        present = own.__dict__
        names = self._mock_record.names
        for name, lazy in LAZY.items():
            if names is None or name in names:
                if name not in present:
                    setattr(own, name, lazy)
            elif name in present:
                delattr(own, name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of the spec to be read (or set, if spec_set)."""
        self._mock_set_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of the spec to be read (or set, if spec_set)."""
        self._mock_set_spec(spec, spec_set)
        self._mock_set_magics()

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        """Forget all calls, and on demand what calls give and do."""
        name = self._mock_record.name
        # What a special method gives must stay of its type.
        kept = return_value and not (name and is_magic(name))
        super().reset_mock(*args, return_value=bool(kept), **kwargs)


class PropertyMock(Mock):
    """A mock to be put into a class as a property: reading calls it, setting calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def is_property_mock(value):
    """Tell whether a value is a property mock."""
    return issubclass(type(value), PropertyMock)


def child_class(mock, record, new_name):
    """Give the class for a child of a mock."""
    from ._async import AsyncMock, AsyncMockMixin, is_async_attribute
    own = type(mock)
    if record.spec is not None and new_name:
        if new_name in record.async_names or is_async_attribute(record.spec, new_name):
            return AsyncMock
    if issubclass(own, AsyncMockMixin):
        synchronous = new_name in SYNC_MAGICS or record.names and new_name in record.names
        return MagicMock if synchronous else AsyncMock
    if issubclass(own, MagicMock) and new_name in ASYNC_METHODS:
        return AsyncMock
    if not issubclass(own, CallableMixin):
        return MagicMock if issubclass(own, NonCallableMagicMock) else Mock
    return record.kind
