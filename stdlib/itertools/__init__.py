"""Iterators for counting, joining, slicing, grouping and combining.

Invariant: an iterator keeps its state in slots and draws from its sources only when it is asked for an item, so an
exception of a source or of a function passes through and the next call goes on from there. The combinatoric classes
stand in a file of their own.

Parameters are positional-only in the signatures; whatever comes by name or in excess is sorted out in `_bind`, off the
path of a usual call."""
from itertools._arguments import _MISSING, _bind, _expect, _final, _maxsize, _no_words, _refuse_reduce, _size
from itertools._combinatoric import combinations, combinations_with_replacement, permutations, product

_new = object.__new__
_alias = type(list[int])
_DONE = iter(())  # stands in for a source that has nothing more to give


# Without end.

class count:
    """Yields start, start + step, start + 2 * step and so on."""

    __slots__ = ("_number", "_step")
    __text_signature__ = "(start=0, step=1)"

    def __new__(cls, start=_MISSING, step=_MISSING, /, *excess, **named):
        if named or excess:
            shape = lambda start=0, step=1: None
            start, step = _bind("count", shape, 0, 2, (start, step), excess, named)
        if start is _MISSING:
            start = 0
        if step is _MISSING:
            step = 1
        if type(start) is not int or type(step) is not int:
            start, step = _numbers(start, step)
        self = _new(cls)
        self._number = start
        self._step = step
        return self

    def __iter__(self):
        return self

    def __next__(self):
        number = self._number
        self._number = number + self._step
        return number

    def __repr__(self):
        name, step = type(self).__name__, self._step
        if isinstance(step, int) and step == 1:
            return f"{name}({self._number!r})"
        return f"{name}({self._number!r}, {step!r})"

    __reduce_ex__ = _refuse_reduce


def _numbers(start, step):
    """Start and step as `count` keeps them: plain ints if the step is one, else as they are."""
    for value in (start, step):
        kind = type(value)
        if not (hasattr(kind, "__index__") or hasattr(kind, "__int__") or hasattr(kind, "__float__")
                or isinstance(value, complex)):
            raise TypeError("a number is required")
    if isinstance(start, int) and isinstance(step, int) and step == 1:
        return int.__int__(start), 1
    return start, step


class cycle:
    """Yields the items of an iterable, then the same items again and again."""

    __slots__ = ("_it", "_saved", "_first")
    __text_signature__ = "(iterable, /)"

    def __new__(cls, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "cycle", named)
            _expect("cycle", 1, (iterable,), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._saved = []
        self._first = True
        return self

    def __iter__(self):
        return self

    def __next__(self):
        try:
            item = next(self._it)
        except StopIteration:
            self._first = False
            self._it = iter(self._saved) if self._saved else _DONE
        else:
            if self._first:
                self._saved.append(item)
            return item
        return next(self._it)

    __reduce_ex__ = _refuse_reduce


class repeat:
    """Yields one object, a number of times or without end."""

    __slots__ = ("_object", "_left")

    def __new__(cls, object=_MISSING, times=_MISSING, /, *excess, **named):
        if named or excess or object is _MISSING:
            shape = lambda object=None, times=0: None
            object, times = _bind("repeat", shape, 1, 2, (object, times), excess, named)
        self = _new(cls)
        self._object = object
        self._left = -1 if times is _MISSING else max(_size(times), 0)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        left = self._left
        if left > 0:
            self._left = left - 1
        elif left == 0:
            raise StopIteration
        return self._object

    def __length_hint__(self):
        """How many times the object is still to come."""
        if self._left < 0:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        times = "" if self._left < 0 else f", {self._left}"
        return f"{type(self).__name__}({self._object!r}{times})"

    __reduce_ex__ = _refuse_reduce


# Over one or more iterables.

class accumulate:
    """Yields running totals, or the running results of a function of two arguments."""

    __slots__ = ("_it", "_function", "_total", "_fresh")
    __text_signature__ = "(iterable, func=None, *, initial=None)"

    def __new__(cls, iterable=_MISSING, func=_MISSING, /, *excess, **named):
        initial = _MISSING
        if named or excess or iterable is _MISSING:
            shape = lambda iterable=(), func=None, initial=None: None
            iterable, func, initial = _bind("accumulate", shape, 1, 2, (iterable, func), excess, named)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = None if func is _MISSING else func
        self._total = _MISSING if initial is None else initial  # an initial None counts as none
        self._fresh = True
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._fresh:
            if self._total is _MISSING:
                self._total = next(self._it)
            self._fresh = False
            return self._total
        value = next(self._it)
        function = self._function
        total = self._total + value if function is None else function(self._total, value)
        self._total = total
        return total

    __reduce_ex__ = _refuse_reduce


class batched:
    """Yields tuples of n items; the last one may be shorter unless strict is true."""

    __slots__ = ("_it", "_size", "_strict")
    __text_signature__ = "(iterable, n, *, strict=False)"

    def __new__(cls, iterable=_MISSING, n=_MISSING, /, *excess, **named):
        strict = False
        if named or excess or n is _MISSING:
            shape = lambda iterable=(), n=1, strict=False: None
            iterable, n, strict = _bind("batched", shape, 2, 2, (iterable, n), excess, named)
        n = _size(n)
        strict = strict is not _MISSING and bool(strict)
        if n < 1:
            raise ValueError("n must be at least one")
        self = _new(cls)
        self._it = iter(iterable)
        self._size = n
        self._strict = strict
        return self

    def __iter__(self):
        return self

    def __next__(self):
        batch = []
        source = self._it
        try:
            for _ in range(self._size):
                batch.append(next(source))
        except StopIteration:
            self._it = _DONE
            if not batch:
                raise
        except BaseException:
            self._it = _DONE
            raise
        if self._strict and len(batch) != self._size:
            raise ValueError("batched(): incomplete batch")
        return tuple(batch)

    __reduce_ex__ = _refuse_reduce


class chain:
    """Yields the items of one iterable after the other."""

    __slots__ = ("_sources", "_it")
    __text_signature__ = "(*iterables)"

    def __new__(cls, /, *iterables, **named):
        if named:
            _no_words(cls, "chain", named)
        self = _new(cls)
        self._sources = iter(iterables)
        self._it = _DONE
        return self

    @classmethod
    def from_iterable(cls, /, *arguments, **named):
        """A chain over the iterables that one iterable yields, drawn as they are needed."""
        if named:
            raise TypeError("chain.from_iterable() takes no keyword arguments")
        if len(arguments) != 1:
            raise TypeError(f"chain.from_iterable() takes exactly one argument ({len(arguments)} given)")
        self = _new(cls)
        self._sources = iter(arguments[0])
        self._it = _DONE
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            try:
                return next(self._it)
            except StopIteration:
                pass
            self._it = _DONE
            try:
                self._it = iter(next(self._sources))
            except BaseException:
                self._sources = _DONE
                raise

    __class_getitem__ = classmethod(_alias)
    __reduce_ex__ = _refuse_reduce


class compress:
    """Yields the items of data whose selector is true."""

    __slots__ = ("_data", "_selectors")
    __text_signature__ = "(data, selectors)"

    def __new__(cls, data=_MISSING, selectors=_MISSING, /, *excess, **named):
        if named or excess or selectors is _MISSING:
            shape = lambda data=(), selectors=(): None
            data, selectors = _bind("compress", shape, 2, 2, (data, selectors), excess, named)
        self = _new(cls)
        self._data = iter(data)
        self._selectors = iter(selectors)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        data, selectors = self._data, self._selectors
        while True:
            item = next(data)
            if next(selectors):
                return item

    __reduce_ex__ = _refuse_reduce


class dropwhile:
    """Leaves out items while the predicate is true of them, then yields all the others."""

    __slots__ = ("_it", "_function", "_switched")
    __text_signature__ = "(predicate, iterable, /)"

    def __new__(cls, predicate=_MISSING, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "dropwhile", named)
            _expect("dropwhile", 2, (predicate, iterable), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = predicate
        self._switched = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        source = self._it
        if self._switched:
            return next(source)
        function = self._function
        while True:
            item = next(source)
            if not function(item):
                self._switched = True
                return item

    __reduce_ex__ = _refuse_reduce


class filterfalse:
    """Yields the items of which the function is false; with None, those that are false themselves."""

    __slots__ = ("_it", "_function")
    __text_signature__ = "(function, iterable, /)"

    def __new__(cls, function=_MISSING, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "filterfalse", named)
            _expect("filterfalse", 2, (function, iterable), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = function
        return self

    def __iter__(self):
        return self

    def __next__(self):
        source, function = self._it, self._function
        if function is None or function is bool:
            while True:
                item = next(source)
                if not item:
                    return item
        while True:
            item = next(source)
            if not function(item):
                return item

    __reduce_ex__ = _refuse_reduce


class takewhile:
    """Yields items until the predicate is false of one."""

    __slots__ = ("_it", "_function", "_switched")
    __text_signature__ = "(predicate, iterable, /)"

    def __new__(cls, predicate=_MISSING, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "takewhile", named)
            _expect("takewhile", 2, (predicate, iterable), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = predicate
        self._switched = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._switched:
            raise StopIteration
        item = next(self._it)
        if self._function(item):
            return item
        self._switched = True
        raise StopIteration

    __reduce_ex__ = _refuse_reduce


class starmap:
    """Yields the results of a function called with each of the given argument sequences."""

    __slots__ = ("_it", "_function")
    __text_signature__ = "(function, iterable, /)"

    def __new__(cls, function=_MISSING, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "starmap", named)
            _expect("starmap", 2, (function, iterable), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = function
        return self

    def __iter__(self):
        return self

    def __next__(self):
        arguments = next(self._it)
        if type(arguments) is not tuple:
            arguments = tuple(arguments)
        return self._function(*arguments)

    __reduce_ex__ = _refuse_reduce


class islice:
    """Yields the items that a slice of an iterable would hold; bounds and step are not negative."""

    __slots__ = ("_it", "_at", "_wanted", "_stop", "_step")

    def __new__(cls, iterable=_MISSING, bound=_MISSING, /, *others, **named):
        if named:
            _no_words(cls, "islice", named)
        start = 0
        step = 1
        if others and len(others) <= 2:
            start, stop = _slice_range(bound, others[0])
            if len(others) == 2:
                step = _slice_step(others[1])
        elif bound is _MISSING or others:
            got = (iterable is not _MISSING) + (bound is not _MISSING) + len(others)
            side, wanted = ("least", 2) if got < 2 else ("most", 4)
            raise TypeError(f"islice expected at {side} {wanted} arguments, got {got}")
        else:
            stop = _slice_bound(bound, _maxsize, "Stop argument")
        self = _new(cls)
        self._it = iter(iterable)
        self._at = 0            # how many items were drawn
        self._wanted = start    # the index of the next item to yield
        self._stop = stop
        self._step = step
        return self

    def __iter__(self):
        return self

    def __next__(self):
        wanted = self._wanted
        if self._at < wanted:
            self._skip(wanted)
        stop = self._stop
        if self._at >= stop:
            self._it = _DONE
            raise StopIteration
        try:
            item = next(self._it)
        except BaseException:  # of whatever kind, it is the end
            self._it = _DONE
            raise
        self._at += 1
        wanted += self._step
        self._wanted = wanted if wanted < stop else stop
        return item

    def _skip(self, wanted):
        source = self._it
        while self._at < wanted:
            try:
                next(source)
            except BaseException:  # of whatever kind, it is the end
                self._it = _DONE
                raise
            self._at += 1

    __reduce_ex__ = _refuse_reduce


def _index(value):
    """The number in `value`, None if it has none or one that is not a word of memory."""
    if type(value) is int:
        return value if -_maxsize <= value <= _maxsize else None
    try:
        return _size(value)
    except Exception:
        return None


def _slice_bound(value, default, what):
    number = default if value is None else _index(value)
    if number is None or number < 0:
        raise ValueError(f"{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return number


def _slice_range(start, stop):
    """Start and stop as numbers. Only a stop that is no number, or minus one, is named in the message."""
    if stop is not None and _index(stop) in (None, -1):
        _slice_bound(-1, 0, "Stop argument")
    return _slice_bound(start, 0, "Indices"), _slice_bound(stop, _maxsize, "Indices")


def _slice_step(value):
    step = 1 if value is None else _index(value)
    if step is None or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return step


class pairwise:
    """Yields each item together with the one after it."""

    __slots__ = ("_it", "_last")
    __text_signature__ = "(iterable, /)"

    def __new__(cls, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "pairwise", named)
            _expect("pairwise", 1, (iterable,), excess)
        self = _new(cls)
        self._it = iter(iterable)
        self._last = _MISSING
        return self

    def __iter__(self):
        return self

    def __next__(self):
        try:
            last = self._last
            if last is _MISSING:
                last = self._last = next(self._it)
            item = next(self._it)
        except BaseException:  # of whatever kind, it is the end
            self._it = _DONE
            self._last = _MISSING
            raise
        self._last = item
        return last, item

    __reduce_ex__ = _refuse_reduce


class zip_longest:
    """Yields tuples of one item of each iterable, with a fill value for those that have ended."""

    __slots__ = ("_sources", "_alive", "_fill")
    __text_signature__ = "(*iterables, fillvalue=None)"

    def __new__(cls, /, *iterables, **named):
        fill = None
        if named:
            if len(named) > 1 or "fillvalue" not in named:
                raise TypeError("zip_longest() got an unexpected keyword argument")
            fill = named["fillvalue"]
        self = _new(cls)
        self._sources = [iter(iterable) for iterable in iterables]
        self._alive = len(iterables)
        self._fill = fill
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if not self._alive:
            raise StopIteration
        row = []
        try:
            for source in self._sources:
                item = next(source, _MISSING)
                if item is _MISSING:
                    item = self._ended(len(row))
                row.append(item)
        except BaseException:
            self._alive = 0
            raise
        return tuple(row)

    def _ended(self, place):
        """Puts the fill value in the place of a source that has ended, as long as another one goes on."""
        self._alive -= 1
        if not self._alive:
            raise StopIteration
        self._sources[place] = repeat(self._fill)
        return self._fill

    __reduce_ex__ = _refuse_reduce


# Groups.

class groupby:
    """Yields a key and an iterator over the items that follow each other and share the key."""

    __slots__ = ("_it", "_function", "_key", "_value", "_current", "_group")
    __text_signature__ = "(iterable, key=None)"

    def __new__(cls, iterable=_MISSING, key=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            shape = lambda iterable=(), key=None: None
            iterable, key = _bind("groupby", shape, 1, 2, (iterable, key), excess, named)
        self = _new(cls)
        self._it = iter(iterable)
        self._function = None if key is _MISSING else key
        self._key = _MISSING      # of the group handed out last
        self._value = _MISSING    # drawn, but not yielded yet
        self._current = _MISSING  # the key of that value
        self._group = None        # the only group that may still draw
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self._group = None
        while True:
            key, current = self._key, self._current
            if current is not _MISSING and (key is _MISSING or not (key is current or key == current)):
                break
            self._draw()
        self._key = self._current
        return self._current, _grouper(self, self._current)

    def _draw(self):
        value = next(self._it)
        function = self._function
        self._current = value if function is None else function(value)
        self._value = value

    __reduce_ex__ = _refuse_reduce


class _grouper:
    """One group of a groupby: ends for good when the groupby moves on."""

    __slots__ = ("_parent", "_key")

    def __new__(cls, parent=_MISSING, key=_MISSING, /, *excess, **named):
        if named or excess or key is _MISSING:
            _no_words(cls, "_grouper", named)
            _expect("_grouper", 2, (parent, key), excess)
        if not isinstance(parent, groupby):
            raise TypeError(f"_grouper() argument 1 must be itertools.groupby, not {type(parent).__name__}")
        self = _new(cls)
        self._parent = parent
        self._key = key
        parent._group = self
        return self

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _MISSING:
            parent._draw()
        key, current = self._key, parent._current
        if not (key is current or key == current):
            raise StopIteration
        value = parent._value
        if value is _MISSING:  # the comparison drew it from this very group
            raise StopIteration
        parent._value = parent._current = _MISSING
        return value

    __init_subclass__ = _final
    __reduce_ex__ = _refuse_reduce


# Several readers of one iterator.

class _tee:
    """One reader: holds its place in a line of links, each empty or [item, next link].

    `_source` is shared by all readers: a list of the iterator, which is taken out while it is asked for an item."""

    __slots__ = ("_source", "_link", "__weakref__")
    __text_signature__ = "(iterable, /)"

    def __new__(cls, iterable=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            _no_words(cls, "_tee", named)
            _expect("_tee", 1, (iterable,), excess)
        it = iter(iterable)
        if isinstance(it, _tee):
            return it.__copy__()
        self = _new(cls)
        self._source = [it]
        self._link = []
        return self

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            source = self._source
            if not source:
                raise RuntimeError("cannot re-enter the tee iterator")
            it = source.pop()
            try:
                link += next(it), []
            finally:
                source.append(it)
        item, self._link = link
        return item

    def __copy__(self):
        """Another reader at the same place."""
        twin = _new(_tee)
        twin._source = self._source
        twin._link = self._link
        return twin

    __init_subclass__ = _final
    __reduce_ex__ = _refuse_reduce


def tee(iterable=_MISSING, n=2, /, *excess, **named):
    """A tuple of n independent iterators over one iterable."""
    if named:
        raise TypeError("itertools.tee() takes no keyword arguments")
    if iterable is _MISSING or excess:
        got, bound = (len(excess) + 2, "most 2 arguments") if excess else (0, "least 1 argument")
        raise TypeError(f"tee expected at {bound}, got {got}")
    n = _size(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if not n:
        return ()
    first = _tee(iter(iterable))
    return (first, *[first.__copy__() for _ in range(n - 1)])


tee.__text_signature__ = "($module, iterable, n=2, /)"
