"""Special methods of mocks: which there are, and what they give unless told otherwise."""
from ._calls import DEFAULT

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow"
_MADE = ("lt gt le ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg "
         "pos abs invert complex int float index round trunc floor ceil bool next fspath aiter "
         "iadd isub imul imatmul itruediv ifloordiv imod ilshift irshift iand ixor ior ipow "
         "radd rsub rmul rmatmul rtruediv rfloordiv rmod rlshift rrshift rand rxor ror rpow " + _NUMERIC)
_ALLOWED = ("get set delete reversed missing reduce reduce_ex getinitargs getnewargs getnewargs_ex getstate setstate "
            "getformat repr dir subclasses format")


def _names(text):
    return frozenset(f"__{word}__" for word in text.split())


ASYNC_METHODS = _names("aenter aexit anext")
MADE_MAGICS = _names(_MADE) | ASYNC_METHODS
SYNC_MAGICS = _names(_MADE) | _names(_ALLOWED)
ALL_MAGICS = MADE_MAGICS | _names(_ALLOWED)
UNSUPPORTED_MAGICS = _names("getattr setattr init new prepare instancecheck subclasscheck del")

_VALUES = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}
_VALUES_OF_OBJECT = {
    "__hash__": object.__hash__, "__str__": object.__str__, "__sizeof__": object.__sizeof__,
    "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}",
}


def is_magic(name):
    """Tell whether a name has two underscores at both ends."""
    return f"__{name[2:-2]}__" == name


def method_of(name, function):
    """Make a method of a function that takes the mock first."""
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


class _LazyMethod:
    """Stands in a mock's class for a special method, which is made at its first use."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            obj = owner._mock_self
        method = obj._get_child_mock(name=self.name, _new_name=self.name, _new_parent=obj)
        setattr(obj, self.name, method)
        _set_result(obj, method, self.name)
        return method


LAZY = {name: _LazyMethod(name) for name in MADE_MAGICS}


def _set_result(mock, method, name):
    if name in _VALUES:
        method.return_value = _VALUES[name]
    elif name in _VALUES_OF_OBJECT:
        method.return_value = _VALUES_OF_OBJECT[name](mock)
    elif name in _EFFECTS:
        method.side_effect = _EFFECTS[name](mock, method)


def _equals(mock, method):
    def side_effect(other):
        chosen = method._mock_record.return_value
        if chosen is not DEFAULT:
            return chosen
        return True if mock is other else NotImplemented
    return side_effect


def _differs(mock, method):
    def side_effect(other):
        if method._mock_record.return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented
    return side_effect


def _iterates(mock, method):
    def side_effect():
        chosen = method._mock_record.return_value
        return iter([] if chosen is DEFAULT else chosen)
    return side_effect


def _iterates_async(mock, method):
    def side_effect():
        chosen = method._mock_record.return_value
        return _AsyncIterator(iter([] if chosen is DEFAULT else chosen))
    return side_effect


_EFFECTS = {"__eq__": _equals, "__ne__": _differs, "__iter__": _iterates, "__aiter__": _iterates_async}


class _AsyncIterator:
    """Gives the items of an iterator to `async for`."""

    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self.iterator:
            return item
        raise StopAsyncIteration
