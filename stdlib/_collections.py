"""The containers under `collections`: deque, defaultdict, OrderedDict, and two things that Counter and namedtuple use.

Invariants. A deque is two lists, `__left` (from its middle to its left end, so reversed) and `__right` (from its middle
to its right end): both ends are ends of lists, so all work there is O(1), amortised. `__changes` grows with every
change of places, and iterators compare it. An OrderedDict keeps its order in the dict under it; `__moves` grows when
entries change places but the length stays, which its iterators cannot see otherwise.
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


class deque:
    """A list that is quick at both ends, and that can be limited in length."""

    __slots__ = ("__left", "__right", "__changes", "__limit", "__weakref__")

    def __new__(cls, *args, **kwds):
        self = object.__new__(cls)
        self.__left, self.__right, self.__changes, self.__limit = [], [], 0, None
        return self

    def __init__(self, iterable=_missing, maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if not -1 << 63 <= maxlen < 1 << 63:
                raise OverflowError("Python int too large to convert to C ssize_t")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
            maxlen = int(maxlen)
        self.__limit = maxlen
        if self.__left or self.__right:
            self.clear()
        if iterable is not _missing:
            self.extend(iterable)

    # At the ends

    def append(self, item, /):
        """Put an item at the right end."""
        self.__right.append(item)
        self.__changes += 1
        if self.__limit is not None and len(self.__left) + len(self.__right) > self.__limit:
            self.popleft()

    def appendleft(self, item, /):
        """Put an item at the left end."""
        self.__left.append(item)
        self.__changes += 1
        if self.__limit is not None and len(self.__left) + len(self.__right) > self.__limit:
            self.pop()

    def pop(self):
        """Take the item at the right end away and return it."""
        items = self.__right or self.__half(self.__right, self.__left)
        self.__changes += 1
        return items.pop()

    def popleft(self):
        """Take the item at the left end away and return it."""
        items = self.__left or self.__half(self.__left, self.__right)
        self.__changes += 1
        return items.pop()

    @staticmethod
    def __half(empty, full):
        # One side has run empty: it gets the nearer half of the other, so that the next such move is far away.
        if not full:
            raise IndexError("pop from an empty deque")
        half = len(full) + 1 >> 1
        empty[:] = full[half - 1::-1]
        del full[:half]
        return empty

    def extend(self, iterable, /):
        """Put all items of an iterable at the right end."""
        self.__grow(self.__right, self.__left, iterable)

    def extendleft(self, iterable, /):
        """Put all items of an iterable at the left end, so that the last one comes to stand first."""
        self.__grow(self.__left, self.__right, iterable)

    def __grow(self, near, far, iterable):
        limit, before = self.__limit, len(near)
        if iterable is self:
            iterable = self.__list()
        if limit is None:
            try:
                near.extend(iterable)
            finally:
                if len(near) != before:
                    self.__changes += 1
            return
        # What the limit will push out is let go in bulk: an endless source must not fill the memory.
        bulk = 2 * limit + 32
        try:
            for item in iterable:
                near.append(item)
                self.__changes += 1
                if len(near) > bulk:
                    del near[:len(near) - limit]
        finally:
            over = len(near) + len(far) - limit
            if over > 0:
                gone = min(over, len(far))
                del far[len(far) - gone:]
                del near[:over - gone]

    def rotate(self, n=1, /):
        """Move n items from the right end to the left end, or the other way if n is negative."""
        n = _as_index(n)
        size = len(self)
        if size < 2:
            return
        n %= size
        self.__changes += 1
        if 2 * n <= size:
            source, target = self.__right, self.__left
        else:
            source, target, n = self.__left, self.__right, size - n
        from_source = min(n, len(source))
        if from_source:
            target += source[:-from_source - 1:-1]
            del source[-from_source:]
        if n > from_source:
            # The rest stands at the middle end of the side that the items go to.
            rest = target[:n - from_source]
            del target[:n - from_source]
            target += rest

    # As a sequence

    def __len__(self):
        return len(self.__left) + len(self.__right)

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def __list(self):
        return self.__left[::-1] + self.__right

    def __find(self, index):
        # The list that has the item of an index, and the place in it.
        left, right = self.__left, self.__right
        on_left = len(left)
        if index < 0:
            index += on_left + len(right)
        if 0 <= index < on_left:
            return left, ~index
        if on_left <= index < on_left + len(right):
            return right, index - on_left
        if -1 << 63 <= index < 1 << 63:
            raise IndexError("deque index out of range")
        raise IndexError("cannot fit 'int' into an index-sized integer")

    def __getitem__(self, index, /):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        items, place = self.__find(index if type(index) is int else _as_index(index))
        return items[place]

    def __setitem__(self, index, value, /):
        items, place = self.__find(_as_index(index))
        items[place] = value

    def __delitem__(self, index, /):
        items, place = self.__find(_as_index(index))
        del items[place]
        self.__changes += 1

    def insert(self, index, value, /):
        """Put a value before an index."""
        index, size = _as_index(index), len(self)
        if self.__limit is not None and size >= self.__limit:
            raise IndexError("deque already at its maximum size")
        index = max(index + size, 0) if index < 0 else min(index, size)
        on_left = len(self.__left)
        if index < on_left:
            self.__left.insert(on_left - index, value)
        else:
            self.__right.insert(index - on_left, value)
        self.__changes += 1

    def clear(self):
        """Take all items away."""
        self.__left.clear()
        self.__right.clear()
        self.__changes += 1

    def reverse(self):
        """Turn the order round in place."""
        self.__left, self.__right = self.__right, self.__left

    def copy(self):
        """Return a new deque with the same items and limit."""
        new = type(self)(self) if self.__limit is None else type(self)(self, self.__limit)
        if not isinstance(new, deque):
            raise TypeError(f"{type(self).__name__}() must return a deque, not {type(new).__name__}")
        return new

    __copy__ = copy

    # Search. Comparisons are calls and may change the deque.

    def __searched(self, before, error=RuntimeError):
        if self.__changes != before:
            raise error("deque mutated during iteration")

    def __contains__(self, value, /):
        before = self.__changes
        for item in self.__list():
            if item is value or item == value:
                return True
            self.__searched(before)
        return False

    def count(self, value, /):
        """Return how often a value is there."""
        before = self.__changes
        found = 0
        for item in self.__list():
            if item is value or item == value:
                found += 1
            self.__searched(before)
        return found

    def index(self, value, start=0, stop=(1 << 63) - 1, /):
        """Return the first index of a value within a range, or raise ValueError if it is not there."""
        size, before = len(self), self.__changes
        if not (hasattr(type(start), "__index__") and hasattr(type(stop), "__index__")):
            raise TypeError("slice indices must be integers or have an __index__ method")
        start, stop, _ = slice(start, stop).indices(size)
        for place in range(start, stop):
            item = self[place]
            if item is value or item == value:
                return place
            self.__searched(before)
        raise ValueError("deque.index(x): x not in deque")

    def remove(self, value, /):
        """Take the first occurrence of a value away, or raise ValueError if it is not there."""
        before = self.__changes
        for place, item in enumerate(self.__list()):
            found = item is value or item == value
            self.__searched(before, IndexError)
            if found:
                del self[place]
                return
        raise ValueError("deque.remove(x): x not in deque")

    # Comparison, by items as with lists

    __hash__ = None

    def __eq__(self, other, /):
        return self.__list() == other.__list() if isinstance(other, deque) else NotImplemented

    def __ne__(self, other, /):
        return self.__list() != other.__list() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other, /):
        return self.__list() < other.__list() if isinstance(other, deque) else NotImplemented

    def __le__(self, other, /):
        return self.__list() <= other.__list() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other, /):
        return self.__list() > other.__list() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other, /):
        return self.__list() >= other.__list() if isinstance(other, deque) else NotImplemented

    # Operators

    def __add__(self, other, /):
        if isinstance(other, deque):
            both = self.copy()
            both.extend(other)
            return both
        turned = getattr(type(other), "__radd__", None)
        answer = NotImplemented if turned is None else turned(other, self)
        if answer is NotImplemented:
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return answer

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, n, /):
        product = self.copy()
        product *= n
        return product

    __rmul__ = __mul__

    def __imul__(self, n, /):
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        n = _as_index(n)
        if n <= 0:
            self.clear()
        elif n > 1 and len(self):
            if self.__limit is not None:
                n = min(n, self.__limit // len(self) + 2)
            self.extend(self.__list() * (n - 1))
        return self

    def __repr__(self):
        limit = "" if self.__limit is None else f", maxlen={self.__limit}"
        name = type(self).__name__
        return _repr_once(self, lambda self: f"{name}({self.__list()!r}{limit})", "[...]")

    def __reduce__(self):
        return type(self), () if self.__limit is None else ((), self.__limit), _state(self, deque), iter(self)

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def maxlen(self):
        """The limit of the length, or None."""
        return self.__limit

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")


class _deque_iterator:
    # Walks from left to right.

    __slots__ = ("_deque", "_changes", "_rest")

    def __init__(self, items, index=0, /):
        self._deque, self._changes = items, items._deque__changes
        self._rest = max(len(items) - max(index, 0), 0)

    def __iter__(self):
        return self

    def __next__(self):
        items, rest = self._deque, self._rest
        if items._deque__changes != self._changes:
            self._rest = 0
            raise RuntimeError("deque mutated during iteration")
        if not rest:
            raise StopIteration
        self._rest = rest - 1
        left, right = items._deque__left, items._deque__right
        return right[-rest] if rest <= len(right) else left[rest - len(right) - 1]

    def __length_hint__(self):
        return self._rest

    def __reduce__(self):
        return type(self), (self._deque, len(self._deque) - self._rest)


class _deque_reverse_iterator(_deque_iterator):
    # Walks from right to left.

    __slots__ = ()

    def __next__(self):
        items, rest = self._deque, self._rest
        if not rest:
            raise StopIteration
        if items._deque__changes != self._changes:
            self._rest = 0
            raise RuntimeError("deque mutated during iteration")
        self._rest = rest - 1
        left, right = items._deque__left, items._deque__right
        return left[-rest] if rest <= len(left) else right[rest - len(left) - 1]


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


def _count_elements(mapping, iterable, /):
    """Add how often each item of an iterable occurs to the counts in a mapping."""
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


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

for _type in (deque, _deque_iterator, _deque_reverse_iterator, defaultdict, OrderedDict, _tuplegetter):
    _type.__module__ = "collections"
del _type
