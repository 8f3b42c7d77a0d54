"""Mocks: objects that make up their attributes, and remember how they were called.

Every mock has a class of its own, so that a special method can be set for it alone. What a mock knows stands in one
record; a mock that was made from a function keeps its counts and results at that function, its delegate.
"""
from ._calls import DEFAULT, _AnyOrder, _Call, _CallList, _signature_text, call
from ._special import ALL_MAGICS, UNSUPPORTED_MAGICS, is_magic, method_of

_DELETED = object()
_MISTAKEN = ("assert", "assret", "asert", "aseert", "assrt")
_FORGOTTEN_ASSERT = frozenset({"any_call", "called", "called_once", "called_once_with", "called_with", "has_calls",
                               "not_called"})


class InvalidSpecError(Exception):
    """Raised where a mock is given as the spec of a mock."""


class _Record:
    """What one mock knows."""

    def __init__(self, kind, name, parent, new_name, new_parent, wraps, unsafe):
        self.kind = kind                # the class that was called to make the mock
        self.name, self.parent = name, parent
        # How the mock was reached from another, with "()" for a call.
        self.new_name, self.new_parent = new_name, new_parent
        self.wraps, self.unsafe = wraps, unsafe
        self.children = {}
        self.sealed = False
        self.delegate = None
        self.return_value = DEFAULT
        self.side_effect = None
        self.spec = self.spec_class = self.names = None
        self.spec_set = False
        self.async_names = ()
        self.signature_wanted = self.signature = None
        self.forget()

    def forget(self):
        self.called = False
        self.call_count = 0
        self.call_args = None
        self.call_args_list = _CallList()
        self.mock_calls = _CallList()
        self.method_calls = _CallList()


def is_mock(obj):
    """Tell whether an object is a mock, whatever its __class__ says."""
    return issubclass(type(obj), NonCallableMock)


def mock_behind(obj):
    """Give a mock, or the mock behind a function that create_autospec() made."""
    if is_mock(obj):
        return obj
    behind = getattr(obj, "mock", None) if type(obj) is type(is_mock) else None
    return behind if behind is not None and is_mock(behind) else None


def is_exception(obj):
    """Tell whether an object can be raised."""
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _kept(name):
    """Make a property for what stands in the record, or at the delegate."""
    def get(self):
        record = self._mock_record
        return getattr(record if record.delegate is None else record.delegate, name)

    def set(self, value):
        record = self._mock_record
        setattr(record if record.delegate is None else record.delegate, name, value)
    return property(get, set)


class Base:
    """The common base of all mocks."""

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that cannot be called."""

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        bases = (cls,)
        from ._async import AsyncMockMixin, is_async_function
        if not issubclass(cls, AsyncMockMixin):
            spec = spec_set or spec
            if spec is not None and is_async_function(spec):
                bases = (AsyncMockMixin, cls)
        own = type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": "unittest.mock"})
        mock = object.__new__(own)
        own._mock_self = mock  # for special methods that are asked of the class
        mock.__dict__["_mock_record"] = _Record(cls, name, parent, _new_name, _new_parent, wraps, unsafe)
        return mock

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        record = self._mock_record
        if _new_parent is None:
            record.new_parent = parent
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_set_spec(spec, spec_set, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    # What the mock stands for.

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of the spec, an object or a list of names, to be read (or set, if spec_set)."""
        self._mock_set_spec(spec, spec_set)

    def _mock_set_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if spec is not None and is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        record = self._mock_record
        record.spec_set, record.spec, record.names = spec_set, None, spec
        record.spec_class = record.signature_wanted = record.signature = None
        record.async_names = ()
        if spec is None or type(spec) in (list, tuple):
            return
        record.spec = spec
        record.spec_class = spec if isinstance(spec, type) else type(spec)
        record.names = dir(spec)
        if not isinstance(spec, type):
            # What an instance holds may change later; its class is looked at when a name is asked for.
            from ._async import is_async_function
            own = getattr(spec, "__dict__", {})
            record.async_names = {name for name, value in own.items() if is_async_function(value)}
        record.signature_wanted = spec, as_instance, eat_self

    def _mock_signature(self):
        """Give the signature that calls are compared by, or None."""
        record = self._mock_record
        if record.signature_wanted is not None:
            from ._spec import signature_of
            found = signature_of(*record.signature_wanted)
            record.signature = found and found[1]
            record.signature_wanted = None
        return record.signature

    @property
    def __class__(self):
        """The class of the spec, for isinstance()."""
        found = self._mock_record.spec_class
        return type(self) if found is None else found

    # Results.

    called = _kept("called")
    call_count = _kept("call_count")
    call_args = _kept("call_args")
    call_args_list = _kept("call_args_list")
    mock_calls = _kept("mock_calls")
    method_calls = _kept("method_calls")

    @property
    def return_value(self):
        """What a call gives."""
        record = self._mock_record
        value = record.return_value if record.delegate is None else record.delegate.return_value
        if value is DEFAULT and record.wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        record = self._mock_record
        if record.delegate is not None:
            record.delegate.return_value = value
        else:
            record.return_value = value
            adopt(self, value, None, "()")

    @property
    def side_effect(self):
        """What a call does: raises an exception, calls a function, or takes the next item."""
        record = self._mock_record
        if record.delegate is None:
            return record.side_effect
        effect = record.delegate.side_effect
        if effect is not None and not callable(effect) and not hasattr(effect, "__next__") and not is_exception(effect):
            effect = record.delegate.side_effect = iter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not is_exception(value) and not callable(value) and hasattr(type(value), "__iter__"):
            value = iter(value)
        record = self._mock_record
        (record if record.delegate is None else record.delegate).side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls, and on demand what calls give and do."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        record = self._mock_record
        record.forget()
        for name in "called", "call_count", "call_args", "call_args_list", "mock_calls":
            if record.delegate is not None:
                setattr(record.delegate, name, getattr(record, name))
        if return_value:
            record.return_value = DEFAULT
        if side_effect:
            record.side_effect = None
        for child in list(record.children.values()):
            if child is not _DELETED and is_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = record.return_value
        if is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; a name with dots reaches attributes of attributes."""
        # Those further in come after those that they are in.
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for step in path:
                target = getattr(target, step)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Make a mock an attribute whose calls are remembered here."""
        inner = mock_behind(mock)._mock_record
        inner.parent = inner.new_parent = None
        inner.name, inner.new_name = "", None
        setattr(self, attribute, mock)

    # Attributes.

    def __getattr__(self, name):
        if name == "_mock_record":
            raise AttributeError(name)
        if name in _RECORD_NAMES:
            return getattr(self._mock_record, _RECORD_NAMES[name])
        record = self._mock_record
        names = record.names
        if names is not None:
            if name not in names or name in ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif is_magic(name):
            raise AttributeError(name)
        if not record.unsafe and (not names or name not in names):
            if name.startswith(_MISTAKEN) or name in _FORGOTTEN_ASSERT:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant "
                                     "to be an attribute.")
        child = record.children.get(name)
        if child is None:
            wraps = None if record.wraps is None else getattr(record.wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            record.children[name] = child
        elif child is _DELETED:
            raise AttributeError(name)
        elif not is_mock(child) and hasattr(child, "make_mock"):
            child = record.children[name] = child.make_mock()
        return child

    def __setattr__(self, name, value):
        record = self._mock_record
        if name in _SETTABLE:
            object.__setattr__(self, name, value)
            return
        if record.spec_set and record.names is not None and name not in record.names and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in UNSUPPORTED_MAGICS:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in ALL_MAGICS:
            self._set_magic(name, value)
            return
        if name == "__class__":
            record.spec_class = value
            return
        if adopt(self, value, name, name):
            record.children[name] = value
        if record.sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        from ._magic import is_property_mock
        if is_property_mock(value):
            self.__dict__[name] = value
        else:
            object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        record = self._mock_record
        if record.names is not None and name not in record.names:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if is_mock(value):
            # The method's calls are remembered here; it takes no self.
            adopt(self, value, None, name)
            setattr(type(self), name, value)
            record.children[name] = value
            return
        setattr(type(self), name, method_of(name, value))
        record.children[name] = lambda *args, **kwargs: value(self, *args, **kwargs)

    def __delattr__(self, name):
        own = type(self).__dict__
        if name in ALL_MAGICS and name in own:
            delattr(type(self), name)
            if name not in self.__dict__:
                self._mock_record.children.pop(name, None)
                return
        record = self._mock_record
        child = record.children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _DELETED:
            raise AttributeError(name)
        if child is not None or name not in self.__dict__:
            record.children[name] = _DELETED

    def __dir__(self):
        import unittest.mock
        if not unittest.mock.FILTER_DIR:
            return object.__dir__(self)
        record = self._mock_record
        found = set(record.names or ())
        found.update(name for name in dir(type(self)) if not name.startswith("_"))
        found.update(name for name in self.__dict__ if not name.startswith("_") or is_magic(name))
        found.update(name for name, child in record.children.items() if child is not _DELETED)
        return sorted(found)

    def _get_child_mock(self, /, **kw):
        """Make the mock for an attribute or a result; a subclass may make another kind."""
        record = self._mock_record
        if record.sealed:
            step = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + step)
        from ._magic import child_class
        return child_class(self, record, kw.get("_new_name"))(**kw)

    # Names.

    def _extract_mock_name(self):
        """Write how the mock was reached, as source text."""
        record = self._mock_record
        steps = []
        while record is not None:
            if record.new_parent is None:
                break
            steps.append(record.new_name)
            record = record.new_parent._mock_record
        text = record.name or "mock"
        for step in reversed(steps):
            text += step if step == "()" else f".{step}"
        return text if steps or not record.new_name or record.name else text

    def __repr__(self):
        record = self._mock_record
        name = self._extract_mock_name()
        named = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if record.spec_class is not None:
            spec = f" spec{'_set' if record.spec_set else ''}={record.spec_class.__name__!r}"
        return f"<{type(self).__name__}{named}{spec} id='{id(self)}'>"

    # Assertions.

    def _call_text(self, args, kwargs):
        return _signature_text(self._mock_record.name or "mock", args, kwargs)

    def _calls_repr(self):
        calls = self.mock_calls
        return f"\nCalls: {calls!r}." if calls else ""

    def _signature_for(self, name):
        """Give the signature for a call of an attribute, of an attribute of it, and so on."""
        if not name:
            return self._mock_signature()
        children = self._mock_record.children
        signature = None
        for step in name.replace("()", "").split("."):
            inner = mock_behind(children.get(step))
            if inner is None:
                break
            children = inner._mock_record.children
            signature = inner._mock_signature()
        return signature

    def _comparable(self, made):
        """Give a call in the form in which equal arguments are equal; an exception if they do not fit the signature."""
        named = isinstance(made, tuple) and len(made) > 2
        signature = self._signature_for(made[0]) if named else self._mock_signature()
        if signature is None:
            return made
        try:
            bound = signature.bind(*made[-2], **made[-1])
        except TypeError as error:
            return error.with_traceback(None)
        # The name is among what is compared, so that a call without one equals only another without.
        return call(made[0] if named else "", bound.args, bound.kwargs)

    def _name_in_messages(self):
        return self._mock_record.name or "mock"

    def assert_not_called(self):
        """Fail if there were calls."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._name_in_messages()}' to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        """Fail if there was no call."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name_in_messages()}' to have been called.")

    def assert_called_once(self):
        """Fail unless there was exactly one call."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_in_messages()}' to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call had these arguments."""
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._call_text(args, kwargs)}\n"
                                 "  Actual: not called.")
        self._compare_with(self.call_args, args, kwargs, "call")

    def _compare_with(self, made, args, kwargs, what):
        expected = self._comparable(_Call((args, kwargs), two=True))
        if self._comparable(made) != expected:
            raise AssertionError(f"expected {what} not found.\nExpected: {self._call_text(args, kwargs)}\n"
                                 f"  Actual: {self._call_text(*made)}") from _cause(expected)

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless there was exactly one call, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_in_messages()}' to be called once. "
                                 f"Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless these calls were made, one directly after the other unless in any order."""
        expected = [self._comparable(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        made = _CallList(self._comparable(each) for each in self.mock_calls)
        if not any_order:
            if expected not in made:
                problem = _problem("Calls", expected) if cause is not None else "Calls not found."
                text = f"{problem}\nExpected: {_CallList(calls)}\n  Actual: {self.mock_calls!r}"
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
            raise AssertionError(f"{self._name_in_messages()!r} does not contain all of {tuple(missing)!r} in its call "
                                 f"list, found {left!r} instead") from cause

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless some call had these arguments."""
        self._look_among(self.call_args_list, args, kwargs, "call")

    def _look_among(self, calls, args, kwargs, what):
        expected = self._comparable(_Call((args, kwargs), two=True))
        cause = _cause(expected)
        if cause is not None or expected not in _AnyOrder(self._comparable(each) for each in calls):
            raise AssertionError(f"{self._call_text(args, kwargs)} {what} not found") from cause


def _problem(what, expected):
    errors = [each if isinstance(each, Exception) else None for each in expected]
    return f"Error processing expected {what.lower()}.\nErrors: {errors}"


def _cause(expected):
    return expected if isinstance(expected, Exception) else None


# What is set in the record through a property of the class, and old names under which the record is known.
_SETTABLE = frozenset({"return_value", "side_effect", "called", "call_count", "call_args", "call_args_list",
                       "mock_calls", "method_calls", "await_count", "await_args", "await_args_list"})
_RECORD_NAMES = {"_mock_name": "name", "_mock_new_name": "new_name", "_mock_parent": "parent",
                 "_mock_new_parent": "new_parent", "_mock_children": "children", "_mock_methods": "names",
                 "_mock_sealed": "sealed", "_mock_wraps": "wraps", "_spec_class": "spec_class"}


def adopt(parent, value, name, new_name):
    """Make a mock the child of another, if it is nobody's yet; tells whether it did."""
    value = mock_behind(value)
    if value is None:
        return False
    inner = value._mock_record
    if inner.name or inner.new_name or inner.parent is not None or inner.new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False  # it would be above itself
        above = above._mock_record.new_parent
    if new_name:
        inner.new_parent, inner.new_name = parent, new_name
    if name:
        inner.parent, inner.name = parent, name
    return True


class CallableMixin(Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        self._mock_record.return_value = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        own = self.__dict__
        if "_mock_check_signature" in own:
            own["_mock_check_signature"](*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Remember a call here, and at all mocks above under the names by which they reach this one."""
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        record = self._mock_record
        method, path = record.name, record.new_name
        is_method = record.parent is not None
        above = record.new_parent
        while above is not None:
            outer = above._mock_record
            if is_method:
                above.method_calls.append(_Call((method, args, kwargs)))
                is_method = outer.parent is not None
                if is_method:
                    method = f"{outer.name}.{method}"
            above.mock_calls.append(_Call((path, args, kwargs)))
            if outer.new_name:
                path = outer.new_name + ("" if path.startswith("()") else ".") + path
            above = outer.new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        return self._given_value(args, kwargs)

    def _given_value(self, args, kwargs):
        record = self._mock_record
        if record.wraps is not None and record.return_value is DEFAULT and (
                record.delegate is None or record.delegate.return_value is DEFAULT):
            return record.wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called."""
