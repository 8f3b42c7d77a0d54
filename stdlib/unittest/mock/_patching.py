"""patch() and its forms: something is replaced for the time of a function, of a block, or between start and stop."""
import sys

from ._async import AsyncMock, is_async_function
from ._calls import DEFAULT
from ._magic import MagicMock, NonCallableMagicMock
from ._mocks import InvalidSpecError, NonCallableMock, is_mock
from ._spec import _refuse_misspelt, create_autospec, is_instance_callable

# Names that modules find in builtins, so that they can be patched where they are not set.
_KEPT_BY_TYPES = "__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__"


def resolve_name(name):
    """Give what a dotted name leads to, and import modules on the way; a colon may end the module's part."""
    module, colon, inside = name.partition(":")
    if colon:
        __import__(module)
        found = sys.modules[module]
        for step in inside.split(".") if inside else ():
            found = getattr(found, step)
        return found
    parts = name.split(".")
    __import__(parts[0])
    modules = 1
    while modules < len(parts):
        # The longest start that is a module; what stands in sys.modules counts, not what a package calls so.
        try:
            __import__(".".join(parts[:modules + 1]))
        except ImportError:
            break
        modules += 1
    found = sys.modules[".".join(parts[:modules])]
    for step in parts[modules:]:
        found = getattr(found, step)
    return found


def _is_list(spec):
    return type(spec) in (list, tuple)


class _patch:
    """One replacement. `new` is what was given, DEFAULT if a mock is to be made at each start."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _refuse_misspelt(kwargs)
        for label, value in ("spec", spec), ("spec_set", spec_set):
            if is_mock(value):
                raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the {label} target has already been mocked "
                                       f"out. [{label}={value!r}]")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.spec_set, self.autospec, self.create, self.kwargs = spec, spec_set, autospec, create, kwargs
        self.has_local = self.is_started = False
        self.additional_patchers = []

    def copy(self):
        """Make another patcher of the same kind."""
        other = object.__new__(type(self))
        other.__dict__ |= self.__dict__
        other.is_started = False
        other.additional_patchers = [inner.copy() for inner in self.additional_patchers]
        return other

    # As a decorator.

    def __call__(self, func):
        return _decorate_tests(func, self.copy) if isinstance(func, type) else self.decorate_callable(func)

    def decorate_callable(self, func):
        """Make a function, or coroutine function, that runs with the replacement in place."""
        patched = func
        if not hasattr(func, "patchings"):
            patchings = []
            patched = _inside(func, lambda args, keywargs: _Entered(patchings, args, keywargs))
            patched.patchings = patchings
        patched.patchings.append(self)
        return patched

    # Replacing.

    def get_original(self):
        """Give what stands at the target, and whether it stands in the target itself."""
        target, name = self.getter(), self.attribute
        own = getattr(target, "__dict__", {})
        local = name in own
        original = own[name] if local else getattr(target, name, DEFAULT)
        if isinstance(target, type(sys)) and hasattr(sys.modules["builtins"], name):
            self.create = True
        if original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self._check_specs()
        self.target = self.getter()
        original, local = self.get_original()
        new = self._replacement(original)
        self.temp_original, self.is_local = original, local
        from contextlib import ExitStack
        self._exit_stack = ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    made.update(value)
            return made
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _check_specs(self):
        for name in "spec", "spec_set", "autospec":
            if getattr(self, name) is False:
                setattr(self, name, None)
        if self.spec is not None and self.autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (self.spec is not None or self.autospec is not None) and self.spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")

    def _replacement(self, original):
        if self.new is DEFAULT and self.autospec is None:
            return self._mock_for(original)
        if self.autospec is not None:
            return self._autospecced(original)
        if self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        return self.new

    def _mock_for(self, original):
        """Make the mock that replaces, after the spec if there is one."""
        spec, spec_set = self.spec, self.spec_set
        if spec is True:
            spec, spec_set = (None, original) if spec_set is True else (original, spec_set)
        elif spec is not None:
            spec, spec_set = (None, spec) if spec_set is True else (spec, spec_set)
        elif spec_set is True:
            spec_set = original
        has_spec = spec is not None or spec_set is not None
        if has_spec and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        model = spec if spec_set is None else spec_set
        make = AsyncMock if spec is None and _is_async(original) else MagicMock
        if self.new_callable is not None:
            make = self.new_callable
        elif has_spec:
            if _is_async(model):
                make = AsyncMock
            elif not (callable(model) if not _is_list(model) else "__call__" in model):
                make = NonCallableMagicMock
        settings = {}
        if spec is not None:
            settings["spec"] = spec
        if spec_set is not None:
            settings["spec_set"] = spec_set
        if isinstance(make, type) and issubclass(make, NonCallableMock) and self.attribute:
            settings["name"] = self.attribute
        settings |= self.kwargs
        new = make(**settings)
        if has_spec and isinstance(original, type) and is_mock(new):
            inner = MagicMock if _is_list(model) or is_instance_callable(model) else NonCallableMagicMock
            if not _is_list(model) and inner is MagicMock:
                inner = make
            settings.pop("name", None)
            new.return_value = inner(_new_parent=new, _new_name="()", **settings)
        return new

    def _autospecced(self, original):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        autospec = original if self.autospec is True else self.autospec
        if is_mock(self.target):
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} as the patch target has already been "
                                   f"mocked out. [target={self.target!r}, attr={autospec!r}]")
        if is_mock(autospec):
            name = getattr(self.target, "__name__", self.target)
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} from target {name!r} as it has already "
                                   f"been mocked out. [target={self.target!r}, attr={autospec!r}]")
        return create_autospec(autospec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        target, name = self.target, self.attribute
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(target, name, self.temp_original)
        else:
            delattr(target, name)
            if not self.create and (not hasattr(target, name) or name in _KEPT_BY_TYPES):
                # A proxy has it elsewhere.
                setattr(target, name, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._exit_stack
        del self._exit_stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        """Replace, until stop() or patch.stopall()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Put back what stood there."""
        if self not in self._active_patches:
            return None
        self._active_patches.remove(self)
        return self.__exit__(None, None, None)


def _is_async(obj):
    return is_async_function(obj) or is_mock(obj) and issubclass(type(obj), AsyncMock)


def _inside(func, entering):
    """Make a function that calls another in the context that `entering` gives for the arguments."""
    from functools import wraps
    if is_async_function(func):
        @wraps(func)
        async def inner(*args, **keywargs):
            with entering(args, keywargs) as (args, keywargs):
                return await func(*args, **keywargs)
    else:
        @wraps(func)
        def inner(*args, **keywargs):
            with entering(args, keywargs) as (args, keywargs):
                return func(*args, **keywargs)
    return inner


class _Entered:
    """Enters the patchers of a function, and gives its arguments with the mocks that were made."""

    def __init__(self, patchings, args, keywargs):
        self.patchings, self.args, self.keywargs = patchings, args, keywargs

    def __enter__(self):
        from contextlib import ExitStack
        self.stack = stack = ExitStack()
        made = []
        keywargs = self.keywargs
        try:
            for patching in self.patchings:
                value = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(value)
                elif patching.new is DEFAULT:
                    made.append(value)
        except BaseException:
            if not stack.__exit__(*sys.exc_info()):
                raise
        return (*self.args, *made), keywargs

    def __exit__(self, *exc_info):
        return self.stack.__exit__(*exc_info)


def _decorate_tests(klass, make_decorator):
    """Decorate the test methods of a class, each with a decorator of its own."""
    for name in dir(klass):
        value = getattr(klass, name) if name.startswith(patch.TEST_PREFIX) else None
        if hasattr(value, "__call__"):
            setattr(klass, name, make_decorator()(value))
    return klass


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replace what a dotted name leads to."""
    try:
        owner, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _patch(lambda: resolve_name(owner), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of an object."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = (lambda: resolve_name(target)) if type(target) is str else (lambda: target)
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict:
    """Changes a mapping for a time."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.values = dict(values) | kwargs
        self.in_dict, self.clear, self._original = in_dict, clear, None

    def __call__(self, f):
        if isinstance(f, type):
            return _decorate_tests(f, lambda: _patch_dict(self.in_dict, self.values, self.clear))
        return _inside(f, lambda args, keywargs: _Changed(self, args, keywargs))

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = resolve_name(self.in_dict)
        mapping = self.in_dict
        try:
            self._original = mapping.copy()
        except AttributeError:
            # A mapping that cannot copy itself.
            self._original = {key: mapping[key] for key in mapping}
        if self.clear:
            _empty(mapping)
        _fill(mapping, self.values)
        return mapping

    def __exit__(self, *args):
        if self._original is not None:
            _empty(self.in_dict)
            _fill(self.in_dict, self._original)
            self._original = None
        return False

    def start(self):
        """Change, until stop() or patch.stopall()."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """Put back what was there."""
        if self not in _patch._active_patches:
            return None
        _patch._active_patches.remove(self)
        return self.__exit__(None, None, None)


class _Changed:
    """Runs a function's call with a mapping changed, and its arguments as they are."""

    def __init__(self, patcher, args, keywargs):
        self.patcher, self.arguments = patcher, (args, keywargs)

    def __enter__(self):
        self.patcher.__enter__()
        return self.arguments

    def __exit__(self, *exc_info):
        return self.patcher.__exit__(*exc_info)


def _fill(mapping, values):
    try:
        mapping.update(values)
    except AttributeError:
        for key in values:
            mapping[key] = values[key]


def _empty(mapping):
    try:
        mapping.clear()
    except AttributeError:
        for key in list(mapping):
            del mapping[key]


def _patch_stopall():
    """Stop all patchers that were started, the last one first."""
    for patcher in reversed(_patch._active_patches[:]):
        patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
