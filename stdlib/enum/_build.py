"""How a class body becomes an enumeration: the namespace that collects members, and the metaclass that makes them.

Invariant: `_member_map_` has every name of a class and what it stands for; `_member_names_` has, in the order of
definition, only the canonical ones. The classes EnumType needs by name (Enum, Flag, ...) stand in the package itself.
"""
import sys
from types import DynamicClassAttribute, MappingProxyType

__name__ = "enum"  # where the classes are to be found

_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")
_SUNDERS = frozenset((
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
))
# Values of these types are members without a closer look, and calling the type with one of them gives the same value.
_PLAIN = frozenset((int, str, float, bytes))


class _Named:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


_store = dict.__setitem__
_absent = _Named("<not given>")
_auto_null = _Named("_auto_null")
kinds = {"Enum": None, "Flag": None, "ReprEnum": None}  # put here by the package as it defines them
builtin_property = property


class nonmember:
    """Keeps a value of a class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of a class body a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for the value that `_generate_next_value_` gives."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class property(DynamicClassAttribute):
    """A property of members, whose name may also be that of a member of the class."""

    member = None
    _by_value = False  # set where the shadowed attribute is no property: it is then looked up on the member's value

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
        elif self.fget is not None:
            return self.fget(instance)
        elif self._by_value:
            return getattr(instance._value_, self.name)
        raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class NameProperty(property):
    """`Enum.name`, in one step."""

    def __get__(self, instance, ownerclass=None):
        return property.__get__(self, None, ownerclass) if instance is None else instance._name_


class ValueProperty(property):
    """`Enum.value`, in one step."""

    def __get__(self, instance, ownerclass=None):
        return property.__get__(self, None, ownerclass) if instance is None else instance._value_


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


class EnumDict(dict):
    """The namespace of an enumeration's body: notes what is a member and refuses to define a name twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}  # a dict keeps the order
        self._cls_name = cls_name
        self._ignored = ()
        self._last_values = []
        self._auto_used = False
        self.parentage = None

    def __setitem__(self, key, value):
        if key[:1] == "_":
            if is_dunder(key):
                return _store(self, "_order_" if key == "__order__" else key, value)
            if self._is_private(key):
                return _store(self, key, value)
            if is_sunder(key):
                return _store(self, key, self._sunder(key, value))
        if key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        if key in self._ignored:
            return _store(self, key, value)
        plain = type(value) in _PLAIN
        if not plain:
            if isinstance(value, nonmember):
                return _store(self, key, value.value)
            if self._stays_attribute(value):
                return _store(self, key, value)
        if key in self:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        if plain:
            self._last_values.append(value)
        else:
            value = self._unwrap(key, value)
        self._member_names[key] = None
        _store(self, key, value)

    @property
    def member_names(self):
        """The names of the members so far."""
        return list(self._member_names)

    def update(self, members, **more_members):
        """Set several names, from a mapping or pairs, by the rules for each."""
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value

    def _is_private(self, key):
        if self._cls_name is None:
            return False
        prefix = "_%s__" % self._cls_name
        return len(key) > len(prefix) and key.startswith(prefix) and not key.endswith("__")

    def _sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_used:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignored = value
            already = set(value) & self._member_names.keys()
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value

    def _stays_attribute(self, value):
        if hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__"):
            return True
        if self._cls_name is None or not isinstance(value, type):
            return False
        nested = "%s.%s" % (self._cls_name, value.__name__)  # a class statement inside the body
        return value.__qualname__ == nested or value.__qualname__.endswith("." + nested)

    def _unwrap(self, key, value):
        if isinstance(value, auto):
            return self._resolve(key, value)
        if isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            items = [self._resolve(key, item) if isinstance(item, auto) else item for item in value]
            try:
                return type(value)(items)
            except TypeError:  # a named tuple takes its items one by one
                return type(value)(*items)
        if isinstance(value, member):
            value = value.value
        self._last_values.append(value)
        return value

    def _resolve(self, key, placeholder):
        if placeholder.value is _auto_null:
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_used = True
        self._last_values.append(placeholder.value)
        return placeholder.value


def find_member(cls, value):
    """The member of that value, or None; values without a hash are compared one by one."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for name, values in cls._unhashable_values_map_.items():
            if value in values:
                return cls._member_map_[name]
        for candidate in cls._member_map_.values():
            if candidate._value_ == value:
                return candidate
        return None


def enter_value(cls, name, value, made):
    """Let a value stand for a member."""
    try:
        cls._value2member_map_.setdefault(value, made)
        cls._hashable_values_.append(value)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def bind_name(cls, name, made, inherited):
    """Let a name of the class stand for a member; an inherited descriptor of that name still serves its instances."""
    target = made
    for space in inherited:
        if name in space:
            shadowed = space[name]
            if hasattr(shadowed, "__get__"):
                target = property(*(getattr(shadowed, part, None) for part in ("fget", "fset", "fdel")))
                target._by_value = not hasattr(shadowed, "fget")
                target.member = made
                target.__set_name__(cls, name)
            break
    type.__setattr__(cls, name, target)
    cls._member_map_[name] = made


class _Maker:
    """Stands under every member's name in the new class's namespace; `type` asks it, in order, to make each one."""

    def __init__(self, values, data_type, new, with_args, is_flag):
        self.values = values
        self.data_type = data_type
        self.new = new
        self.with_args = with_args
        self.is_flag = is_flag
        self.inherited = self.has_init = None  # known once there is a class
        # Where the data type's own constructor gets a value of that very type, `_value_` is the value itself.
        self.exact = data_type if data_type in _PLAIN and new is data_type.__new__ else None
        self.simple = data_type is object and new is object.__new__

    def __set_name__(self, cls, name):
        if self.inherited is None:
            self.inherited = [base.__dict__ for base in cls.__mro__[1:]]
            # object.__init__ takes anything where there is a __new__, and complains where there is none.
            self.has_init = cls.__init__ is not object.__init__ or cls.__new__ is object.__new__
        value = self.values[name]
        args = value if isinstance(value, tuple) and self.data_type is not tuple else (value,)
        made = self.new(cls, *args) if self.with_args else self.new(cls)
        if type(value) is self.exact or self.simple:
            made._value_ = value
        elif hasattr(made, "_value_"):
            value = made._value_
        else:
            made._value_ = value = value if self.data_type is object else self.convert(args)
        made._name_ = name
        made.__objclass__ = cls
        if self.has_init:
            made.__init__(*args)
        names = cls._member_names_
        made._sort_order_ = len(names)
        known = find_member(cls, value)
        if known is not None:
            return bind_name(cls, name, known, self.inherited)
        if not self.is_flag:
            names.append(name)
        elif isinstance(value, int):
            self.widen(cls, name, value)
        bind_name(cls, name, made, self.inherited)
        enter_value(cls, name, value, made)

    def convert(self, args):
        try:
            return self.data_type(*args)
        except Exception as error:
            raise TypeError("_value_ not set in __new__, unable to create it") from error

    def widen(self, cls, name, value):
        mask = cls._flag_mask_ | value
        type.__setattr__(cls, "_flag_mask_", mask)
        type.__setattr__(cls, "_all_bits_", 2 ** mask.bit_length() - 1)
        if value > 0 and not value & value - 1:
            type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
            cls._member_names_.append(name)


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        parentage = _parentage(cls, bases)
        namespace = EnumDict(cls)
        namespace.parentage = parentage
        if parentage[1] is not None:
            namespace._generate_next_value = parentage[1]._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = classdict._member_names
        data_type, first = classdict.parentage or _parentage(cls, bases)
        for name in classdict._ignored:
            classdict.pop(name, None)
        namespace = dict(classdict)
        namespace.pop("_ignore_", None)
        order = namespace.pop("_order_", None)
        if "mro" in names or "" in names:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in names if n in ("mro", "")))
        flag = kinds["Flag"]
        is_flag = flag is not None and first is not None and issubclass(first, flag)
        new, with_args, own_new = _choose_new(namespace, data_type, first)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _hashable_values_=[], _unhashable_values_=[],
            _unhashable_values_map_={}, _member_type_=data_type, _value_repr_=_value_repr(bases),
            _new_member_=new, _use_args_=with_args,
        )
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        if kinds["ReprEnum"] in bases:
            _take_text(namespace, data_type)
        if is_flag or cls == "Flag" and flag is None:
            namespace.update(
                _boundary_=boundary or getattr(first, "_boundary_", None), _flag_mask_=0, _singles_mask_=0,
                _all_bits_=0, _inverted_=None,
            )
        if is_flag:
            for name in _FLAG_OPERATORS:
                namespace.setdefault(name, flag.__dict__[name])
        if names:
            maker = _Maker({name: namespace[name] for name in names}, data_type, new, with_args, is_flag)
            for name in names:
                namespace[name] = maker
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            if hasattr(error, "__notes__"):
                del error.__notes__  # says only that the machine was naming things
            raise
        if first is not None:
            if data_type is not object:
                _keep_enum_text(made, namespace, data_type, first)
            if own_new:
                type.__setattr__(made, "__new_member__", new)
            type.__setattr__(made, "__new__", kinds["Enum"].__new__)
        if is_flag and names:
            values = [item._value_ for item in made]
            if values != sorted(values):
                type.__setattr__(made, "_iter_member_", made._iter_member_by_def_)
        if order is not None:
            _check_order(made, order)
        return made

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_absent, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is _absent and cls._member_map_:
            return cls.__new__(cls, value)
        if cls._member_map_:
            return cls.__new__(cls, (value, names, *values))
        if names is _absent:
            if type is None:
                raise TypeError(
                    f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
            names = ()
        options = {"module": module, "qualname": qualname, "type": type, "start": start, "boundary": boundary}
        return cls._create_(value, names, **options)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if issubclass(cls, kinds["Flag"]):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        return find_member(cls, value) is not None

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
            "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            shown.add("__new__")
        return sorted(shown if cls._member_type_ is object else shown.union(dir(cls._member_type_)))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        flag = kinds["Flag"]
        return ("<flag %r>" if flag is not None and issubclass(cls, flag) else "<enum %r>") % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, earlier = names, [], []
            for count, name in enumerate(given):
                value = namespace._generate_next_value(name, start, count, earlier[:])
                earlier.append(value)
                names.append((name, value))
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        module = module or sys._getframemodulename(2)
        if module is None:
            namespace["__reduce_ex__"] = _refuse_pickling
            namespace["__module__"] = "<unknown>"
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration of a module's constants and put its members in their place."""
        from enum import _rare
        return _rare.convert(cls, name, module, filter, source, boundary, as_global)

    def _add_member_(cls, name, member):
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError("%r is already bound: %r" % (name, cls._member_map_[name]))
            return
        bind_name(cls, name, member, [base.__dict__ for base in cls.__mro__[1:]])

    @builtin_property
    def __signature__(cls):
        import inspect
        return inspect.signature(_lookup_form if cls._member_names_ else _functional_form)


EnumMeta = EnumType


def _lookup_form(*values): pass


def _functional_form(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None): pass


def _refuse_pickling(self, proto):
    raise TypeError("%r cannot be pickled" % self)


def _parentage(name, bases):
    """The data type mixed in (`object` if none) and the enumeration that is extended (None for Enum itself)."""
    if not bases:
        return object, None
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType) and ancestor._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (name, ancestor))
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    data_types = set()
    for base in bases:
        found = _data_type(base)
        if found is not None:
            data_types.add(found)
    if len(data_types) > 1:
        raise TypeError("too many data types for %r: %r" % (name, data_types))
    return (data_types.pop() if data_types else object), first


def _data_type(base):
    """The type that gives a base its values: the nearest class over one with a constructor; or None."""
    outermost = None
    for ancestor in base.__mro__:
        if isinstance(ancestor, EnumType):
            if ancestor._member_type_ is not object:
                return ancestor._member_type_
        elif ancestor is not object:
            outermost = outermost or ancestor
            if "__new__" in ancestor.__dict__ or "__dataclass_fields__" in ancestor.__dict__:
                return outermost
    return None


def _value_repr(bases):
    """The function that shows values of the data type, None for `repr`."""
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType):
                return ancestor._value_repr_
            space = ancestor.__dict__
            if ancestor is not object and "__repr__" in space:
                # A dataclass's generated text would name the class; members show the fields alone.
                if "__dataclass_fields__" in space and getattr(space.get("__dataclass_params__"), "repr", False):
                    return _dataclass_repr
                return space["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join("%s=%r" % (name, getattr(self, name)) for name in fields if fields[name].repr)


def _choose_new(namespace, data_type, first):
    """The constructor of members, whether it gets the value's items, and whether the body defines it."""
    if "__new__" in namespace:
        new = namespace["__new__"]
        new = new.__func__ if isinstance(new, staticmethod) else new
        return new, first is not None, first is not None
    useless = (None, object.__new__, kinds["Enum"] and kinds["Enum"].__new__)
    for method in ("__new_member__", "__new__"):
        for owner in (data_type, first):
            new = None if owner is None else getattr(owner, method, None)
            if new not in useless:
                return new, True, False
    return object.__new__, False, False


def _take_text(namespace, data_type):
    if data_type is object:
        raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
    if "__format__" not in namespace:
        namespace["__format__"] = data_type.__format__
    if "__str__" not in namespace:
        inherits = data_type.__str__ is object.__str__
        namespace["__str__"] = data_type.__repr__ if inherits else data_type.__str__


def _keep_enum_text(made, namespace, data_type, first):
    """A data type comes before Enum among the bases; what Enum says of text and pickling is to win all the same."""
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in namespace:
            theirs = getattr(data_type, name, None), getattr(object, name, None)
            if getattr(made, name) in theirs:
                type.__setattr__(made, name, getattr(first, name))


def _check_order(made, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    aliases = made._member_map_.keys() - set(made._member_names_)
    order = [name for name in order if name not in aliases]
    if order != made._member_names_:
        raise TypeError("member order does not match _order_:\n  %r\n  %r" % (made._member_names_, order))
