"""What `_collections` has that is written in the language: defaultdict, OrderedDict, and the attributes of named tuples.

Invariant: an OrderedDict keeps its order in the dict under it; `__moves` grows when entries change places but the length stays, which its iterators
cannot see otherwise.
"""
GenericAlias = type(list[int])

_missing = object()
_shown = set()  # the ids of containers whose repr is being made


def _repr_once(self, show, again):
    # The text of a container that may hold itself.
    me = id(self)
    if me in _shown:
        return again
    _shown.add(me)
    try:
        return show(self)
    finally:
        _shown.discard(me)


def _as_index(value):
    try:
        convert = type(value).__index__
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    return convert(value)


def _state(self, base):
    # What a subclass's instance holds besides the items: its attributes, and those that are in slots.
    attributes = getattr(self, "__dict__", None) or None
    slots = {}
    for kind in type(self).__mro__:
        if kind is base:
            return (attributes, slots) if slots else attributes
        names = kind.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__") and hasattr(self, name):
                slots[name] = getattr(self, name)


class defaultdict(dict):
    """A dict that makes the value of a missing key by calling a factory."""

    __slots__ = ("__factory", "__weakref__")

    def __new__(cls, *args, **kwds):
        self = dict.__new__(cls)
        self.__factory = None
        return self

    def __init__(self, default_factory=None, /, *args, **kwds):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.__factory = default_factory
        if args or kwds:
            dict.__init__(self, *args, **kwds)

    def __missing__(self, key, /):
        """Make, keep and return the value of a missing key, or raise KeyError without a factory."""
        factory = self.__factory
        if factory is None:
            raise KeyError(key)
        # The factory may have set the key by other ways; then that value stays.
        return dict.setdefault(self, key, factory())

    @property
    def default_factory(self):
        """What makes the value of a missing key, or None."""
        return self.__factory

    @default_factory.setter
    def default_factory(self, factory):
        self.__factory = factory

    @default_factory.deleter
    def default_factory(self):
        self.__factory = None

    def copy(self):
        """Return a new dict with the same factory and entries."""
        return type(self)(self.__factory, self)

    __copy__ = copy

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        both = self.copy()
        both.update(other)
        return both

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(self.__factory, other)
        both.update(self)
        return both

    def __repr__(self):
        # The factory may be a method bound to this very dict.
        factory = _repr_once(self, lambda self: repr(self.__factory), "...")
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def __reduce__(self):
        return type(self), () if self.__factory is None else (self.__factory,), None, None, \
            iter(self.items())

    __class_getitem__ = classmethod(GenericAlias)


class OrderedDict(dict):
    """A dict that can change the order of its entries, and that compares it."""

    __slots__ = ("__moves", "__dict__", "__weakref__")

    def __new__(cls, *args, **kwds):
        self = dict.__new__(cls)
        self.__moves = 0
        return self

    def __init__(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 argument, got {len(args)}")
        if args or kwds:
            _fill(self, args, kwds)

    def update(self, /, *args, **kwds):
        """Take over the entries of a mapping or of pairs, then those given by name."""
        if len(args) > 1:
            raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
        _fill(self, args, kwds)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Return a new dict whose keys come from an iterable and share one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def move_to_end(self, key, last=True):
        """Move a key to the right end, or to the left end if `last` is false."""
        if not dict.__contains__(self, key):
            raise KeyError(key)
        end = next(dict.__reversed__(self) if last else dict.__iter__(self))
        if end is key or end == key:
            return
        self.__moves += 1
        entry = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, entry)
            return
        others = dict(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, entry)
        dict.update(self, others)

    def popitem(self, last=True):
        """Remove the last pair of key and value, or the first if `last` is false, and return it."""
        if not dict.__len__(self):
            raise KeyError("dictionary is empty")
        self.__moves += 1
        if last:
            return dict.popitem(self)
        key = next(dict.__iter__(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_missing):
        """Remove a key and return its value, or the default if the key is not there."""
        size = dict.__len__(self)
        value = dict.pop(self, key) if default is _missing else dict.pop(self, key, default)
        if dict.__len__(self) != size:
            self.__moves += 1
        return value

    def setdefault(self, key, default=None):
        """Return the value of a key; if the key is not there, give it the default first."""
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        """Return a new dict with the same entries in the same order."""
        new = type(self)()
        for key in dict.__iter__(self):
            new[key] = self[key]
        return new

    def __iter__(self):
        return _walk(self, dict.__iter__(self))

    def __reversed__(self):
        return _walk(self, dict.__reversed__(self))

    def keys(self):
        """Return a view of the keys."""
        return odict_keys(self)

    def values(self):
        """Return a view of the values."""
        return odict_values(self)

    def items(self):
        """Return a view of the pairs of key and value."""
        return odict_items(self)

    __hash__ = None

    def __eq__(self, other, /):
        same = dict.__eq__(self, other)
        if same is True and isinstance(other, OrderedDict):
            return all(map(_same, dict.__iter__(self), dict.__iter__(other)))
        return same

    def __ne__(self, other, /):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(self)
        _fill(both, (other,), {})
        return both

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(other)
        _fill(both, (self,), {})
        return both

    def __ior__(self, other, /):
        _fill(self, (other,), {})
        return self

    def __repr__(self):
        name = type(self).__name__
        if not dict.__len__(self):
            return name + "()"
        return _repr_once(self, lambda self: f"{name}({dict(self)!r})", "...")

    def __reduce__(self):
        return type(self), (), _state(self, OrderedDict), None, iter(self.items())


def _same(one, other):
    return one is other or one == other


def _fill(self, args, kwds):
    # A subclass that overrides __setitem__ sees every entry.
    if type(self).__setitem__ is dict.__setitem__:
        put = super(OrderedDict, self).__setitem__
    else:
        put = self.__setitem__
    if args:
        source = args[0]
        if type(source) is dict:
            for key, value in source.items():
                put(key, value)
        elif hasattr(source, "keys"):
            for key in source.keys():
                put(key, source[key])
        else:
            for pair in source.items() if hasattr(source, "items") else source:
                entry = tuple(pair)
                if len(entry) < 2:
                    raise ValueError(f"need more than {len(entry)} value{'' if entry else 's'} to unpack")
                if len(entry) > 2:
                    raise ValueError("too many values to unpack (expected 2)")
                put(*entry)
    for key, value in kwds.items():
        put(key, value)


def _walk(self, entries):
    # The entries of one of the dict's own iterators, as long as none comes, goes or moves. After the last one nothing
    # can go wrong any more.
    moves = self._OrderedDict__moves
    rest = size = dict.__len__(self)
    for entry in entries:
        yield entry
        rest -= 1
        if not rest:
            return
        if self._OrderedDict__moves != moves or dict.__len__(self) != size:
            raise RuntimeError("OrderedDict mutated during iteration")


def _odict_view(kind, view, base):
    # A class of views of OrderedDict: a view from `_collections_abc` that walks in either direction.
    def __iter__(self):
        return _walk(self._mapping, iter(view(self._mapping)))

    def __reversed__(self):
        return _walk(self._mapping, reversed(view(self._mapping)))

    def __repr__(self):
        return _repr_once(self, lambda self: f"{kind}({list(self)!r})", "...")

    def mapping(self):
        """A read-only proxy of the dict that the view shows."""
        return type(type.__dict__)(self._mapping)

    return type(kind, (base,), {"__slots__": (), "__module__": "builtins", "__iter__": __iter__, "__reversed__":
                                __reversed__, "__repr__": __repr__, "mapping": property(mapping)})


def _make_odict_views():
    from _collections_abc import ItemsView, KeysView, ValuesView
    return (_odict_view("odict_keys", dict.keys, KeysView), _odict_view("odict_values", dict.values, ValuesView),
            _odict_view("odict_items", dict.items, ItemsView))


odict_keys, odict_values, odict_items = _make_odict_views()


class _tuplegetter:
    # A read-only attribute that shows one place of a tuple. It has no docstring: each one's `__doc__` is its own.

    __slots__ = ("__place", "__doc__")

    def __init__(self, index, doc, /):
        self.__place, self.__doc__ = _as_index(index), doc

    def __get__(self, obj, owner=None, /):
        # tuple's own way to an item: a subclass may look its fields up in __getitem__.
        try:
            return _item(obj, self.__place)
        except TypeError:
            if isinstance(obj, tuple):
                raise
        if obj is not None:
            raise TypeError(f"descriptor for index '{self.__place}' for tuple subclasses doesn't apply to "
                            f"'{type(obj).__name__}' object")
        if owner is None:
            raise TypeError("__get__(None, None) is invalid")
        return self

    def __set__(self, obj, value, /):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj, /):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f"_tuplegetter({self.__place}, {self.__doc__!r})"

    def __reduce__(self):
        return type(self), (self.__place, self.__doc__)


_item = tuple.__getitem__

for _type in (defaultdict, OrderedDict, _tuplegetter):
    _type.__module__ = "collections"
del _type
