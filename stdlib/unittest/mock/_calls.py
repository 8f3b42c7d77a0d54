"""Values that tests compare with: calls, sentinels, ANY.

A call is a tuple of name, positional and keyword arguments; a `two` call has no name. Calls compare equal to shorter
tuples that leave out what is empty.
"""


class _SentinelObject:
    """An object with a name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Makes an object for each attribute, always the same."""

    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)  # or it would be taken for a class
        return self._made.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _signature_text(name, args, kwargs):
    """Write a call as source text."""
    inside = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(inside)})"


def _parts(value):
    """Give name, args and kwargs of a tuple that may leave out what is empty."""
    name, args, kwargs = "", (), {}
    for item in value:
        if isinstance(item, str):
            name = item
        elif isinstance(item, tuple):
            args = item
        else:
            kwargs = item
    return name, args, kwargs


class _Call(tuple):
    """A call, or (as `call`) what makes calls by being called."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        if len(value) == 3:
            name, args, kwargs = value
        else:
            given, args, kwargs = _parts(value)
            name = given or name
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if length > 3:
            return False
        parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent:
            return False
        name, args, kwargs = self if len(self) == 3 else ("", *self)
        if length == 3:
            other_name, other_args, other_kwargs = other
        elif length == 2 and not isinstance(other[0], str):
            other_name, (other_args, other_kwargs) = "", other
        else:
            other_name, other_args, other_kwargs = _parts(other)
        # A call without a name says nothing of it. The other may hold ANY, so it stands first.
        return (not name or other_name == name) and (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=f"{self._mock_name}()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            raise AttributeError  # count and index are names of calls too
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        """The positional arguments."""
        return self[-2]

    @property
    def kwargs(self):
        """The keyword arguments."""
        return self[-1]

    def __repr__(self):
        made = self._mock_from_kall
        name = (self[0] if len(self) == 3 else "") if made else self._mock_name
        # What was only named shows without "call", unless a call comes first in it.
        start = "" if name and not made else "call." if name else "call"
        text = f"call{name}" if name and name.startswith("()") else f"{start}{name or ''}"
        return _signature_text(text, self.args, self.kwargs) if made else text

    def call_list(self):
        """Give the calls that lead to this one, and this one."""
        found = []
        step = self
        while step is not None:
            if step._mock_from_kall:
                found.append(step)
            step = step._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls, in which a list of calls is found as a run."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        return any(self[begin:begin + length] == value for begin in range(len(self) - length + 1))

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))


class _AnyOrder(list):
    """A list that finds an item from which it differs only by what equals everything."""

    def __contains__(self, item):
        return any(len(item) == len(own) and all(one == other for one, other in zip(item, own)) for own in self)
