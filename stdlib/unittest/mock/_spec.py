"""Mocks after a model: signatures of functions and classes, create_autospec(), seal(), mock_open()."""
from ._async import AsyncMock, is_async_function
from ._calls import DEFAULT, _CallList
from ._magic import MagicMock, NonCallableMagicMock
from ._mocks import InvalidSpecError, is_mock, mock_behind
from ._special import is_magic


class _Sample:
    def method(self):
        pass


FunctionTypes = type(is_magic), type(_Sample().method)


def signature_of(spec, as_instance, eat_self):
    """Give (the function that a call reaches, its signature without the self that is filled in), or None."""
    import inspect
    if isinstance(spec, type) and not as_instance:
        target, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = isinstance(spec, classmethod)
        target = spec.__func__
    elif not isinstance(spec, FunctionTypes):
        target = getattr(spec, "__call__", None)
        if target is None:
            return None
    else:
        target = spec
    if eat_self:
        from functools import partial
        found = partial(target, None)
    else:
        found = target
    try:
        # Annotations may name what exists for type checkers only.
        from annotationlib import Format
        return target, inspect.signature(found, annotation_format=Format.FORWARDREF)
    except ValueError:
        return None  # a function of the machine that tells no signature


def _check_calls_of(mock, spec, eat_self, as_instance=False):
    """Have calls of a mock refused whose arguments do not fit."""
    found = signature_of(spec, as_instance, eat_self)
    if found is None:
        return
    signature = found[1]

    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
    _share_looks(found[0], check)
    type(mock)._mock_check_signature = check
    type(mock).__signature__ = signature
    mock.__dict__["_mock_check_signature"] = lambda *args, **kwargs: signature.bind(*args, **kwargs)


def _share_looks(source, function):
    for name in ("__name__", "__doc__", "__text_signature__", "__module__", "__defaults__", "__kwdefaults__"):
        try:
            setattr(function, name, getattr(source, name))
        except (AttributeError, TypeError):
            pass


_COUNTS = "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls"
_ASSERTS = ("assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call", "assert_not_called",
            "assert_called", "assert_called_once")
_ASYNC_ASSERTS = ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with",
                  "assert_any_await", "assert_has_awaits", "assert_not_awaited")


def _function_over(mock, original):
    """Make a function that checks its arguments and calls the mock, and has the mock's counts and assertions."""
    found = signature_of(original, False, isinstance(original, type))
    if found is None:
        return mock
    target, signature = found

    if is_async_function(original):
        async def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    name = original.__name__ if original.__name__.isidentifier() else "funcopy"
    function.__name__ = function.__qualname__ = name
    function.__signature__ = signature
    function.mock = mock
    record = mock._mock_record
    for count in _COUNTS:
        setattr(function, count, getattr(record, count))
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = record.children
    for each in (*_ASSERTS, "attach_mock"):
        setattr(function, each, getattr(mock, each))

    def reset_mock():
        mock.reset_mock()
        behind = mock_behind(function.return_value)
        if behind is not None and behind is not mock:
            behind.reset_mock()
    function.reset_mock = reset_mock
    record.delegate = function
    if is_async_function(original):
        function.await_count, function.await_args, function.await_args_list = 0, None, _CallList()
        for each in _ASYNC_ASSERTS:
            setattr(function, each, getattr(mock, each))
    return function


class _Later:
    """Stands among a mock's children for a mock after a model that nobody asked for yet."""

    def __init__(self, spec, spec_set, parent, name):
        self.spec, self.spec_set, self.parent, self.name = spec, spec_set, parent, name

    def make_mock(self):
        try:
            return create_autospec(self.spec, self.spec_set, False, self.parent, self.name)
        except InvalidSpecError:
            target = self.parent._mock_record.name or self.parent
            raise InvalidSpecError(f"Cannot autospec attr {self.name!r} from target {target!r} as it has already "
                                   f"been mocked out. [target={self.parent!r}, attr={self.spec!r}]")


def is_callable(obj):
    """Tell whether an object can be called, or the function in a descriptor."""
    if isinstance(obj, (classmethod, staticmethod, FunctionTypes[1])):
        return is_callable(obj.__func__)
    return callable(obj)


def is_instance_callable(obj):
    """Tell whether an object, or the instances of a class, can be called."""
    if not isinstance(obj, type):
        return getattr(obj, "__call__", None) is not None
    return any("__call__" in base.__dict__ and base.__dict__["__call__"] is not None for base in obj.__mro__)


def _is_descriptor_of_data(spec):
    return not isinstance(spec, type) and hasattr(type(spec), "__get__") and hasattr(type(spec), "__set__")


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """Make a mock with the attributes of an object, whose functions check their arguments, and so on inwards."""
    if type(spec) in (list, tuple):
        spec = type(spec)
    if is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_type = isinstance(spec, type)
    asynchronous = is_async_function(spec)
    if not unsafe:
        _refuse_misspelt(kwargs)
    settings = {} if spec is None else {"spec_set" if spec_set else "spec": spec}
    if settings and instance:
        settings["_spec_as_instance"] = True
    _name = kwargs.pop("name", _name)
    make = MagicMock
    if _is_descriptor_of_data(spec):
        settings = {}  # nobody knows what it gives
    elif not is_callable(spec) or is_type and instance and not is_instance_callable(spec):
        make = NonCallableMagicMock
    elif asynchronous:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        make = AsyncMock
    settings |= kwargs
    mock = make(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else _name, name=_name,
                unsafe=unsafe, **settings)
    made = mock
    if isinstance(spec, FunctionTypes):
        made = _function_over(mock, spec)
    elif make is not NonCallableMagicMock:
        _check_calls_of(mock, spec, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_record.children[_name] = made
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock,
                                            wraps=kwargs.get("wraps"))
    _specify_attributes(mock, made, spec, spec_set, instance, is_type, kwargs.get("wraps"))
    if made is mock:
        # What further names reach was made only now.
        mock.configure_mock(**{name: value for name, value in kwargs.items() if "." in name})
    return made


def fields_of(spec):
    """Give the fields of a dataclass by name; of anything else there are none."""
    if not isinstance(getattr(spec, "__dataclass_fields__", None), dict):
        return {}
    from dataclasses import fields
    return {field.name: field for field in fields(spec)}


def _specify_attributes(mock, made, spec, spec_set, instance, is_type, wrapped):
    # Instances have the fields that have no default in the class, too.
    fields = fields_of(spec) if is_type and instance else {}
    names = mock._mock_record.names
    if fields and names is not None:
        names += [name for name in fields if name not in names]
    for name in dict.fromkeys([*dir(spec), *fields]):
        if is_magic(name):
            continue
        try:
            original = fields[name].type if name in fields else getattr(spec, name)
        except AttributeError:
            continue
        if not isinstance(original, FunctionTypes):
            mock._mock_record.children[name] = _Later(original, spec_set, mock, name)
            continue
        settings = {"spec_set" if spec_set else "spec": original}
        if wrapped is not None and hasattr(wrapped, name) and not spec_set:
            settings["wraps"] = original
        eat_self = _takes_self(spec, name, is_type)
        make = AsyncMock if is_async_function(original) else MagicMock
        new = make(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=eat_self, **settings)
        mock._mock_record.children[name] = new
        if "wraps" not in settings:
            new.return_value = make()
        _check_calls_of(new, original, eat_self)
        if made is not mock:
            setattr(made, name, new)


def _takes_self(spec, name, is_type):
    """Tell whether the first parameter of a function found at the model is filled in by the instance."""
    if not is_type:
        if name in getattr(spec, "__dict__", {}):
            return False
        spec = type(spec)
    for base in spec.__mro__:
        found = base.__dict__.get(name, DEFAULT)
        if found is DEFAULT:
            continue
        if isinstance(found, (staticmethod, classmethod)):
            return False
        return is_type if isinstance(found, FunctionTypes) else False
    return is_type


def _refuse_misspelt(kwargs):
    for wrong in ("autospect", "auto_spec", "set_spec"):
        if wrong in kwargs:
            raise RuntimeError(f"{wrong!r} might be a typo; use unsafe=True if this is intended")


def seal(mock):
    """Have a mock, and those that it made, refuse attributes that it does not have yet."""
    record = mock_behind(mock)._mock_record
    record.sealed = True
    for name in dir(mock):
        child = record.children.get(name)
        child = mock_behind(child)
        if child is not None and child._mock_record.new_parent is mock:
            seal(child)
    value = record.return_value
    if is_mock(value) and value._mock_record.new_parent is mock:
        seal(value)


def mock_open(mock=None, read_data=""):
    """Make a mock of open(), whose files give the data and remember what is written."""
    stream = [_stream_of(read_data)]
    handle = MagicMock(spec=_file_names())
    if mock is None:
        mock = MagicMock(name="open")
    handle.__enter__.return_value = handle
    for name in "write", "read", "readline", "readlines":
        getattr(handle, name).return_value = None

    def reader(name):
        def effect(*args, **kwargs):
            chosen = getattr(handle, name)._mock_record.return_value
            return chosen if chosen is not None else getattr(stream[0], name)(*args, **kwargs)
        return effect

    def lines():
        if handle.readline._mock_record.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from stream[0]

    def next_line():
        chosen = handle.readline._mock_record.return_value
        return chosen if chosen is not None else next(stream[0])

    def leave(*args):
        handle.close()

    for name in "read", "readline", "readlines":
        getattr(handle, name).side_effect = reader(name)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    handle.__exit__.side_effect = leave

    def start_again(*args, **kwargs):
        # Each call opens the data anew.
        stream[0] = _stream_of(read_data)
        return DEFAULT

    mock.side_effect = start_again
    mock.return_value = handle
    return mock


def _stream_of(data):
    from io import BytesIO, StringIO
    return BytesIO(data) if isinstance(data, bytes) else StringIO(data)


def _file_names():
    from io import BytesIO, TextIOWrapper
    return list(dict.fromkeys(dir(TextIOWrapper) + dir(BytesIO)))
