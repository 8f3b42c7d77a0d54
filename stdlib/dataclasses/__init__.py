"""Classes that are described by their annotated fields, and whose common methods are written for them.

A method is compiled when someone first asks the class for it: most classes are never compared or shown, many never
called. Its lines keep the numbers that tracebacks of CPython show for them. Slots and what is asked for less often
stand in modules of their own, loaded on demand.
"""
import sys
from types import GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]

_FORWARDREF = 3  # annotationlib.Format.FORWARDREF, without an import of enum
_FIELDS = "__dataclass_fields__"
_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
_ON_DEMAND = frozenset(("asdict", "astuple", "make_dataclass"))
_busy = set()  # the ids of fields whose repr is being made


def __getattr__(name):
    if name not in _ON_DEMAND:
        raise AttributeError(f"module 'dataclasses' has no attribute {name!r}")
    from . import _rare
    here = globals()
    for each in _ON_DEMAND:
        here.setdefault(each, getattr(_rare, each))
    return here[name]


def __dir__():
    return sorted(globals().keys() | _ON_DEMAND)


class FrozenInstanceError(AttributeError):
    """Raised by an attempt to change a frozen instance."""


class _MISSING_TYPE: pass
MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE: pass
KW_ONLY = _KW_ONLY_TYPE()


class _Word:
    """A constant that shows itself as a word."""

    __slots__ = ("word",)

    def __init__(self, word):
        self.word = word

    def __repr__(self):
        return self.word


_HAS_DEFAULT_FACTORY = _Word("<factory>")
_FIELD = _Word("_FIELD")
_FIELD_CLASSVAR = _Word("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Word("_FIELD_INITVAR")


class InitVar:
    """Annotates a parameter of `__init__` that is handed to `__post_init__` and not stored."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f"dataclasses.InitVar[{self.type.__name__ if isinstance(self.type, type) else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


_EMPTY_METADATA = MappingProxyType({})


class Field:
    """Describes one field of a dataclass."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc

    def __repr__(self):
        shown = (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
            "doc")
        if id(self) in _busy:
            return "..."
        _busy.add(id(self))
        try:
            texts = ",".join([f"{name}={getattr(self, name)!r}" for name in shown])
            return f"Field({texts},_field_type={self._field_type})"
        finally:
            _busy.discard(id(self))

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """Describe a field in more detail than a default can."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator that writes methods from the annotated fields."""
    params = _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return (lambda decorated: _decorate(decorated, params)) if cls is None else _decorate(cls, params)


def _decorate(cls, params):
    module = sys.modules.get(cls.__module__)
    namespace = {} if module is None else module.__dict__
    cls.__dataclass_params__ = params
    inherited = _inherited_fields(cls, params.frozen)
    own = _own_fields(cls, params.kw_only, namespace)
    inherited.update(own)
    setattr(cls, _FIELDS, inherited)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    known = cls.__dict__
    explicit = "__hash__" in known and not (known["__hash__"] is None and "__eq__" in known)
    line, stored = _write_methods(cls, params, inherited.values(), namespace)
    _write_hash(cls, params, explicit, stored, line, namespace)
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(
            item.name for item in inherited.values()
            if item.init and not item.kw_only and item._field_type is not _FIELD_CLASSVAR)
    if cls.__dict__.get("__doc__") is None:
        pending = cls.__dict__.get("__init__")
        cls.__doc__ = _Doc(pending.given if type(pending) is _Pending else None)
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        from . import _slots
        cls = _slots.remake(cls, params, own)
    if hasattr(cls, "__abstractmethods__"):
        import abc
        abc.update_abstractmethods(cls)
    return cls


class _Doc:
    """Stands as the class's `__doc__` until someone reads it, for the text takes a while to make."""

    def __init__(self, init):
        self.init = init  # what the method is written from, None where the class has one of its own

    def __get__(self, instance, owner):
        from . import _rare
        text = owner.__name__ + _rare.signature_text(owner, self.init)
        if owner.__dict__.get("__doc__") is self:
            type.__setattr__(owner, "__doc__", text)
        return text


# Fields.

def _inherited_fields(cls, frozen):
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-2:0:-1]:
        theirs = getattr(base, _FIELDS, None)
        if theirs is not None:
            found.update(theirs)
            frozen_bases.append(base.__dataclass_params__.frozen)
    if frozen_bases:
        if not frozen and any(frozen_bases):
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


def _own_annotations(cls):
    try:
        return cls.__annotations__
    except Exception:  # most often a name that is defined later
        import annotationlib
        return annotationlib.get_annotations(cls, format=_FORWARDREF)


def _own_fields(cls, kw_only, namespace):
    found = {}
    annotations = _own_annotations(cls)
    marked = False
    for name, annotation in annotations.items():
        named = _named(annotation, namespace) if isinstance(annotation, str) else annotation
        if named is KW_ONLY:
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marked = kw_only = True
        else:
            found[name] = _make_field(cls, name, annotation, named, kw_only)
    for name, item in found.items():
        if isinstance(getattr(cls, name, None), Field):
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def _make_field(cls, name, annotation, named, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING  # a slot, no default
        made = Field(default, MISSING, True, True, None, True, None, MISSING, None)
    made.name = name
    made.type = annotation
    kind = made._field_type = _kind(named)
    if kind is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if kind is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _kind(annotation):
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    # Who has not imported typing has no ClassVar; nor is a plain class one.
    typing = None if type(annotation) is type else sys.modules.get("typing")
    if typing is not None:
        if annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar:
            return _FIELD_CLASSVAR
    return _FIELD


def _named(text, namespace):
    """What an annotation given as text begins with: `name` of the module, `module.name` of typing or this module."""
    before, dot, after = text.partition(".")
    before = before.strip()
    if dot and before and _word(before) == before:
        module = namespace.get(before)
        if module is not None and (module is sys.modules.get("typing") or module is sys.modules[__name__]):
            return module.__dict__.get(_word(after.lstrip()))
        return None
    return namespace.get(_word(before))


def _word(text):
    for place, character in enumerate(text):
        if not (character.isalnum() or character == "_"):
            return text[:place]
    return text


# Methods. `line` is always the number of a method's first line in the text that CPython would compile for the class.

class _Pending:
    """Stands for a method until someone asks for it; then the real one is compiled and takes its place."""

    __slots__ = ("owner", "name", "line", "write", "given", "namespace", "qualname")

    def __init__(self, cls, name, line, write, given, namespace):
        self.owner = cls
        self.name = name
        self.line = line
        self.write = write
        self.given = given
        self.namespace = namespace
        self.qualname = f"{cls.__qualname__}.{name}"

    def __get__(self, instance, owner=None):
        name, names, found = self.name, {}, {}
        # The owner that is passed may be a subclass, or anything where the instance is the class itself.
        home = next((base for base in owner.__mro__ if base.__dict__.get(name) is self), self.owner)
        lines = self.write(name, self.given, names, home)
        header = "\n" * (self.line - 2) + f"def __create_fn__({', '.join(names)}):\n"
        exec(header + "\n".join(lines) + f"\n return {name}", self.namespace, found)
        function = found["__create_fn__"](**names)
        if name == "__repr__":
            from reprlib import recursive_repr
            function = recursive_repr()(function)  # pprint and others know generated methods by the wrapper
        function.__qualname__ = self.qualname
        if name == "__init__":
            function.__annotate__ = _annotate_init(self, home)
        if home.__dict__.get(name) is self:
            type.__setattr__(home, name, function)
        return function if instance is None else function.__get__(instance, owner)


def _write_methods(cls, params, items, namespace):
    known = cls.__dict__
    stored = [item for item in items if item._field_type is _FIELD]
    compared = [item.name for item in stored if item.compare]
    writers = []  # of a name, a number of lines, a function and what it needs
    if params.init:
        init = _Init([item for item in items if item._field_type is not _FIELD_CLASSVAR], params, cls)
        writers.append(("__init__", 1 + len(init.body({})), _init_lines, init))
    if params.repr:
        writers.append(("__repr__", 3, _repr_lines, [item.name for item in stored if item.repr]))
    if params.eq:
        writers.append(("__eq__", 6, _eq_lines, compared))
    if params.order:
        writers += [(name, 4, _order_lines, compared) for name in _ORDER]
    if params.frozen:
        names = [item.name for item in stored]
        writers += [(name, 4, _freezing_lines, names) for name in ("__setattr__", "__delattr__")]
    line = 2
    for name, length, write, given in writers:
        if name not in known:
            setattr(cls, name, _Pending(cls, name, line, write, given, namespace))
        elif name in _ORDER:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} "
                            "Consider using functools.total_ordering")
        elif write is _freezing_lines:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        line += length
    return line, stored


def _write_hash(cls, params, explicit, stored, line, namespace):
    if params.unsafe_hash and explicit:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if params.unsafe_hash or params.eq and params.frozen and not explicit:
        hashed = [item.name for item in stored if (item.compare if item.hash is None else item.hash)]
        cls.__hash__ = _Pending(cls, "__hash__", line, _hash_lines, hashed, namespace)
    elif params.eq and not explicit:
        cls.__hash__ = None


class _Init:
    """What the `__init__` of a class is written from, as things are when the class is decorated."""

    def __init__(self, given, params, cls):
        self.given = given
        self.frozen = params.frozen
        self.slots = params.slots
        self.post_init = hasattr(cls, "__post_init__")
        self.me = "self"
        with_default = None
        for item in given:
            if item.name == "self":
                self.me = "__dataclass_self__"
            if not item.init or item.kw_only:
                continue
            if item.default is not MISSING or item.default_factory is not MISSING:
                with_default = item
            elif with_default is not None:
                raise TypeError(
                    f"non-default argument {item.name!r} follows default argument {with_default.name!r}")

    def body(self, names):
        """The lines of the body; `names` gets what they and the parameters refer to."""
        lines = []
        for item in self.given:
            value = self.value(item, names)
            if value is not None and item._field_type is _FIELD:
                if self.frozen:
                    names["__dataclass_set"] = object.__setattr__
                    lines.append(f"  __dataclass_set({self.me}, {item.name!r}, {value})")
                else:
                    lines.append(f"  {self.me}.{item.name} = {value}")
        if self.post_init:
            passed = ", ".join(item.name for item in self.given if item._field_type is _FIELD_INITVAR)
            lines.append(f"  {self.me}.__post_init__({passed})")
        return lines or ["  pass"]

    def value(self, item, names):
        """The expression for a field's value, None where it gets none."""
        name = item.name
        if item.default_factory is not MISSING:
            names["__dataclass_factory_" + name] = item.default_factory
            if not item.init:
                return f"__dataclass_factory_{name}()"
            names["__dataclass_unset"] = _HAS_DEFAULT_FACTORY
            return f"__dataclass_factory_{name}() if {name} is __dataclass_unset else {name}"
        if item.default is MISSING:
            return name if item.init else None
        if not item.init and not self.slots:
            return None  # the class has the default
        names["__dataclass_default_" + name] = item.default
        return name if item.init else "__dataclass_default_" + name

    def parameters(self):
        """The parameters, keyword-only ones last."""
        positional = [_parameter(item) for item in self.given if item.init and not item.kw_only]
        keyword = [_parameter(item) for item in self.given if item.init and item.kw_only]
        return ", ".join([self.me, *positional, *(["*", *keyword] if keyword else ())])


def _init_lines(name, init, names, home):
    return [f" def __init__({init.parameters()}):", *init.body(names)]


def _parameter(item):
    if item.default_factory is not MISSING:
        return item.name + "=__dataclass_unset"
    return item.name if item.default is MISSING else f"{item.name}=__dataclass_default_{item.name}"


def _annotate_init(pending, owner):
    """The annotations of `__init__`: those of the fields, found again in the format that is asked for."""
    names = [item.name for item in pending.given.given if item.init]

    def annotate(format, /):
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        all_of_them = {}
        for base in reversed(owner.__mro__):
            if format == 1:
                all_of_them.update(getattr(base, "__annotations__", ()))
            else:
                import annotationlib
                all_of_them.update(annotationlib.get_annotations(base, format=format))
        found = {name: all_of_them[name] for name in names if name in all_of_them}
        found["return"] = "None" if format == 4 else None
        return found

    annotate.__name__ = "__annotate__"
    annotate.__qualname__ = pending.qualname + ".__annotate__"
    return annotate


def _freezing_lines(name, fields, names, home):
    names.update(__class__=home, FrozenInstanceError=FrozenInstanceError)
    test = "type(self) is __class__"
    if fields:
        test += f" or name in {{{', '.join(map(repr, fields))}}}"
    parameters, verb = ("name, value", "assign to") if name == "__setattr__" else ("name", "delete")
    return [
        f" def {name}(self, {parameters}):", f"  if {test}:",
        f"   raise FrozenInstanceError(f'cannot {verb} field {{name!r}}')",
        f"  super(__class__, self).{name}({parameters})",
    ]


def _repr_lines(name, fields, names, home):
    shown = ", ".join(f"{field}={{self.{field}!r}}" for field in fields)
    return ["", " def __repr__(self):", f"  return f'{{self.__class__.__qualname__}}({shown})'"]


def _eq_lines(name, fields, names, home):
    test = " and ".join(f"self.{field}==other.{field}" for field in fields)
    return [
        " def __eq__(self, other):", "  if self is other:", "   return True",
        "  if other.__class__ is self.__class__:", f"   return {test or 'True'}", "  return NotImplemented",
    ]


def _order_lines(name, fields, names, home):
    mine, theirs = _tuple_text("self", fields), _tuple_text("other", fields)
    return [
        f" def {name}(self, other):", "  if other.__class__ is self.__class__:",
        f"   return {mine}{_ORDER[name]}{theirs}", "  return NotImplemented",
    ]


def _hash_lines(name, fields, names, home):
    return [" def __hash__(self):", f"  return hash({_tuple_text('self', fields)})"]


def _tuple_text(owner, fields):
    return "(" + "".join(f"{owner}.{field}," for field in fields) + ")"


# What can be asked of dataclasses and their instances.

def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(item for item in found.values() if item._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether something is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for name, item in getattr(self, _FIELDS).items():
        kind = item._field_type
        if kind is _FIELD_CLASSVAR:
            continue
        if not item.init:
            if name in changes:
                raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        elif name not in changes:
            if kind is _FIELD_INITVAR and item.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return self.__class__(**changes)
