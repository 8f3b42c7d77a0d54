"""The combinatoric iterators.

Invariant: each runs on a generator over tuples. No step calls code of the user, so none can fail or be entered
twice."""
from itertools._arguments import _MISSING, _bind, _maxsize, _refuse_reduce, _size

_new = object.__new__


def _product(pools):
    if not pools:
        yield ()
    if not pools or not all(pools):
        return
    *outer, last = pools
    turns = [iter(pool) for pool in outer]
    prefix = [next(turn) for turn in turns]
    while True:
        head = tuple(prefix)
        for item in last:
            yield head + (item,)
        for place in range(len(outer) - 1, -1, -1):
            item = next(turns[place], _MISSING)
            if item is not _MISSING:
                prefix[place] = item
                break
            turns[place] = iter(outer[place])
            prefix[place] = next(turns[place])
        else:
            return


def _choices(pool, r, again):
    """Tuples of r items whose places in the pool rise; with `again`, a place may come again."""
    size = len(pool)
    if not r:
        yield ()
    if not r or not size or not again and r > size:
        return
    ahead = 0 if again else 1
    places = [0] * (r - 1) if again else list(range(r - 1))  # of all but the last item
    while True:
        head = tuple([pool[place] for place in places])
        for item in pool[places[-1] + ahead if places else 0:]:
            yield head + (item,)
        for at in range(r - 2, -1, -1):
            place = places[at] + 1
            if place < size - (0 if again else r - 1 - at):
                places[at:] = [place] * (r - 1 - at) if again else range(place, place + r - 1 - at)
                break
        else:
            return


def _arrangements(pool, r):
    """Tuples of r items at different places of the pool: a walk over a tree whose nodes are the heads of tuples.

    The last two items of a tuple come from plain loops, since there are as many of these as of tuples."""
    if not r:
        yield ()
    if not r or r > len(pool):
        return
    if r == 1:
        for item in pool:
            yield (item,)
        return
    head, rest = (), pool
    trail = []  # for each item of the head: the head without it, what it was taken from, and where
    while True:
        while len(head) < r - 2:
            trail.append((head, rest, 0))
            head, rest = head + rest[:1], rest[1:]
        for at, item in enumerate(rest):
            start = head + (item,)
            for last in rest[:at]:
                yield start + (last,)
            for last in rest[at + 1:]:
                yield start + (last,)
        while trail:
            head, rest, at = trail.pop()
            at += 1
            if at < len(rest):
                trail.append((head, rest, at))
                head, rest = head + rest[at:at + 1], rest[:at] + rest[at + 1:]
                break
        else:
            return


class product:
    """Yields the tuples with one item of each iterable, the last one turning fastest."""

    __module__ = "itertools"
    __slots__ = ("_steps",)
    __text_signature__ = "(*iterables, repeat=1)"

    def __new__(cls, /, *iterables, **named):
        repeat = 1
        if named:
            if len(named) > 1:
                raise TypeError(f"product() takes at most 1 keyword argument ({len(named)} given)")
            if "repeat" not in named:
                shape = lambda repeat=1: None
                _bind("product", shape, 0, 0, (), (), named)
            repeat = _size(named["repeat"])
            if repeat < 0:
                raise ValueError("repeat argument cannot be negative")
            if len(iterables) * repeat * 8 > _maxsize:
                raise OverflowError("repeat argument too large")
        self = _new(cls)
        self._steps = _product([tuple(iterable) for iterable in iterables] * repeat)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    __reduce_ex__ = _refuse_reduce


def _pool_and_size(iterable, r):
    pool = tuple(iterable)
    r = _size(r)
    if r < 0:
        raise ValueError("r must be non-negative")
    return pool, r


class combinations:
    """Yields the tuples of r items in the order of the iterable, each item taken once at most."""

    __module__ = "itertools"
    __slots__ = ("_steps",)
    __text_signature__ = "(iterable, r)"

    def __new__(cls, iterable=_MISSING, r=_MISSING, /, *excess, **named):
        if named or excess or r is _MISSING:
            shape = lambda iterable=(), r=0: None
            iterable, r = _bind("combinations", shape, 2, 2, (iterable, r), excess, named)
        self = _new(cls)
        self._steps = _choices(*_pool_and_size(iterable, r), False)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    __reduce_ex__ = _refuse_reduce


class combinations_with_replacement:
    """Yields the tuples of r items in the order of the iterable, where items may repeat."""

    __module__ = "itertools"
    __slots__ = ("_steps",)
    __text_signature__ = "(iterable, r)"

    def __new__(cls, iterable=_MISSING, r=_MISSING, /, *excess, **named):
        if named or excess or r is _MISSING:
            shape = lambda iterable=(), r=0: None
            iterable, r = _bind("combinations_with_replacement", shape, 2, 2, (iterable, r), excess, named)
        self = _new(cls)
        self._steps = _choices(*_pool_and_size(iterable, r), True)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    __reduce_ex__ = _refuse_reduce


class permutations:
    """Yields the tuples of r items in every order; r is all of them if it isn't given."""

    __module__ = "itertools"
    __slots__ = ("_steps",)
    __text_signature__ = "(iterable, r=None)"

    def __new__(cls, iterable=_MISSING, r=_MISSING, /, *excess, **named):
        if named or excess or iterable is _MISSING:
            shape = lambda iterable=(), r=None: None
            iterable, r = _bind("permutations", shape, 1, 2, (iterable, r), excess, named)
        pool = tuple(iterable)
        if r is _MISSING or r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        self = _new(cls)
        self._steps = _arrangements(*_pool_and_size(pool, r))
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    __reduce_ex__ = _refuse_reduce
