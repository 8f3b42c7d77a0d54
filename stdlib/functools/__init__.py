"""Functions that take or make functions: partial application, caching, wrapping, ordering, dispatch by type.

Invariant: the module imports nothing that isn't there from the start, and reads its own less common parts when a name
of them is first asked for; `_ELSEWHERE` says where each stands."""

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
    "Placeholder",
]

GenericAlias = type(list[int])
MappingProxyType = type(vars(int))
UnionType = type(int | str)
_MISSING = object()
_new = object.__new__
_ELSEWHERE = {
    "total_ordering": "_ordering", "cmp_to_key": "_ordering", "partialmethod": "_methods",
    "singledispatch": "_dispatch", "singledispatchmethod": "_dispatch",
}


def __getattr__(name):
    if name == "_CacheInfo":
        return _cache_info_type()
    if name in _ELSEWHERE:
        part = __import__(f"functools.{_ELSEWHERE[name]}", fromlist=[name])
        value = globals()[name] = getattr(part, name)
        return value
    raise AttributeError(f"module 'functools' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_ELSEWHERE})


MethodType = type(__getattr__.__get__(_MISSING))


# Wrapping.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the function that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        entries = getattr(wrapped, name, {})
        if entries or name != "__dict__":  # an object whose dict was never asked for is the faster one
            getattr(wrapper, name).update(entries)
    # Last, so that the wrapped function's own entry of that name, if its dict has one, doesn't win.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that calls update_wrapper with the function as the wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Folding.

def reduce(function=_MISSING, iterable=_MISSING, initial=_MISSING, /, *excess, **named):
    """Combines the items of an iterable from the left by a function of two arguments."""
    if iterable is _MISSING or excess or named:
        initial = _initial([function, iterable, initial, *excess], named)
    try:
        source = iter(iterable)
    except TypeError:
        source = None
    if source is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _MISSING:
        initial = next(source, _MISSING)
        if initial is _MISSING:
            raise TypeError("reduce() of empty iterable with no initial value")
    if not hasattr(source, "__iter__"):  # an iterator that is no iterable itself
        source = _stepping(source)
    for item in source:
        initial = function(initial, item)
    return initial


reduce.__text_signature__ = "($module, function, iterable, /, initial=<unrepresentable>)"


def _stepping(source):
    while (item := next(source, _MISSING)) is not _MISSING:
        yield item


def _initial(args, named):
    """The initial value of a reduction that has it by name, or whose arguments are wrong."""
    placed = sum(arg is not _MISSING for arg in args)
    if placed + len(named) > 3:
        raise TypeError(f"reduce() takes at most 3 arguments ({placed + len(named)} given)")
    if placed < 2:
        raise TypeError(f"reduce() takes at least 2 positional arguments ({placed} given)")
    if "initial" not in named:
        raise TypeError(f"reduce() got an unexpected keyword argument '{next(iter(named))}'")
    return named["initial"]


# Partial application.

class _PlaceholderType:
    """The type of Placeholder, which keeps a place free among the positional arguments of a partial."""

    __slots__ = ()

    def __new__(cls, /, *args, **named):
        if args or named:
            raise TypeError("PlaceholderType takes no arguments")
        return Placeholder

    def __init_subclass__(cls, /, **named):
        raise TypeError("type 'functools._PlaceholderType' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = _new(_PlaceholderType)


def _joined(func, args, keywords):
    """What a partial of `func` keeps: the arguments, how many of them are free, and the keywords.

    `func` is a function, or a partial or partialmethod whose own arguments come first."""
    if args and args[-1] is Placeholder:
        raise TypeError("trailing Placeholders are not allowed")
    for value in keywords.values():
        if value is Placeholder:
            raise TypeError("Placeholder cannot be passed as a keyword argument")
    if func is not None:
        keywords = {**func.keywords, **keywords}
        args = _filled(func.args, args) if func._free else func.args + args
    return args, sum(arg is Placeholder for arg in args), keywords


def _filled(kept, args):
    """`kept` with `args` in its free places; what is left of them comes behind, and places may stay free."""
    rest = iter(args)
    return (*[next(rest, Placeholder) if arg is Placeholder else arg for arg in kept], *rest)


def _too_few(free, given):
    return TypeError(f"missing positional arguments in 'partial' call; expected at least {free}, got {given}")


def _readonly(slot, doc):
    def refuse(self, value=None):
        raise AttributeError("readonly attribute")
    return property(slot.__get__, refuse, refuse, doc)


_SHOWN = set()  # identities of the partials whose repr is being made


def _partial_text(self):
    if id(self) in _SHOWN:
        return "..."
    _SHOWN.add(id(self))
    try:
        func, args, keywords = self.func, self.args, list(self.keywords.items())
        parts = [repr(func), *[repr(arg) for arg in args], *[f"{key}={value!r}" for key, value in keywords]]
    finally:
        _SHOWN.discard(id(self))
    cls = type(self)
    return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"


class partial:
    """A function with some of its arguments given in advance."""

    __slots__ = ("_func", "_args", "_keywords", "_free", "__dict__", "__weakref__")
    __text_signature__ = "(func, /, *args, **keywords)"

    def __new__(cls, func=_MISSING, /, *args, **keywords):
        if func is _MISSING:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        inner = None
        if isinstance(func, partial) and not func.__dict__:
            inner, func = func, func._func
        self = _new(cls)
        self._func = func
        if inner is None and not keywords and Placeholder is not (args[-1] if args else None):
            self._args = args
            self._keywords = keywords
            self._free = sum(arg is Placeholder for arg in args) if len(args) > 1 else 0
        else:
            self._args, self._free, self._keywords = _joined(inner, args, keywords)
        return self

    def __call__(self, /, *args, **keywords):
        if keywords and self._keywords:
            keywords = {**self._keywords, **keywords}
        elif not keywords:
            keywords = self._keywords
        if self._free:
            if len(args) < self._free:
                raise _too_few(self._free, len(args))
            return self._func(*_filled(self._args, args), **keywords)
        return self._func(*self._args, *args, **keywords)

    def __get__(self, instance, owner=None, /):
        return self if instance is None else MethodType(self, instance)

    def __repr__(self):
        return _partial_text(self)

    def __reduce__(self):
        return type(self), (self._func,), (self._func, self._args, self._keywords, self.__dict__ or None)

    def __setstate__(self, state, /):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, names = state
        if not callable(func) or not isinstance(args, tuple) or not all(
                part is None or isinstance(part, dict) for part in (keywords, names)):
            raise TypeError("invalid partial state")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        self._func = func
        self._args = tuple(args)
        self._free = sum(arg is Placeholder for arg in args)
        self._keywords = keywords if type(keywords) is dict else dict(keywords or ())
        self.__dict__ = {} if names is None else names

    __class_getitem__ = classmethod(GenericAlias)


partial.func = _readonly(partial._func, "The function that is called.")
partial.args = _readonly(partial._args, "The positional arguments given in advance.")
partial.keywords = _readonly(partial._keywords, "The keyword arguments given in advance.")


def _unwrap_partial(func):
    """The function behind any number of partials."""
    while isinstance(func, partial):
        func = func.func
    return func


# Caching.

def _cache_info_type():
    """The named tuple of a cache's numbers, made when it is first asked for."""
    global _CacheInfo
    from collections import namedtuple
    _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo


def _numbers(*values):
    return (globals().get("_CacheInfo") or _cache_info_type())(*values)


_WORDS = (object(),)  # stands between the positional arguments of a key and the keywords


def _make_key(args, kwds, typed):
    """A hashable value that stands for the arguments of a call."""
    if kwds:
        key = args + _WORDS
        for pair in kwds.items():
            key += pair
        if typed:
            key += (*map(type, args), *map(type, kwds.values()))
        return key
    if typed:
        return args + tuple(map(type, args))
    if len(args) == 1:
        kind = type(args[0])
        if kind is int or kind is str:
            return args[0]
    return args


def _unhashable(key, error):
    """The error that names what in a key can't be hashed, not the key."""
    try:
        hash(key)
    except TypeError as inner:
        inner.__context__ = None
        return inner
    return error


class _lru_cache_wrapper:
    """A function that keeps results, all of them or those used last.

    With a limit, each entry is a link [older, newer, key, result] in a ring whose fixed link `_ring` stands between
    the newest and the oldest. Without one, entries are the bare results and there is no ring."""

    # Slots, because a function that wraps this one takes over its dict.
    __slots__ = ("_call", "_limit", "_typed", "_info", "_ring", "_entries", "_hits", "_misses",
                 "__dict__", "__weakref__")

    def __new__(cls, user_function, maxsize, typed, cache_info_type):
        if not callable(user_function):
            raise TypeError("the first argument must be callable")
        if maxsize is not None and not hasattr(type(maxsize), "__index__"):
            raise TypeError("maxsize should be integer or None")
        self = _new(cls)
        self._call = user_function
        self._limit = None if maxsize is None else max(maxsize.__index__(), 0)
        self._typed = bool(typed)
        self._info = cache_info_type
        self._ring = None
        if self._limit:
            ring = self._ring = []
            ring += ring, ring, None, None
        self._entries = {}
        self._hits = self._misses = 0
        return self

    def __call__(self, /, *args, **kwds):
        if kwds or self._typed:
            key = _make_key(args, kwds, self._typed)
        else:
            key = args
            if len(args) == 1:
                kind = type(args[0])
                if kind is int or kind is str:
                    key = args[0]
        ring = self._ring
        if ring is None:
            return self._unlimited(key, args, kwds)
        try:
            link = self._entries.get(key)
        except TypeError as error:
            raise _unhashable(key, error) from None
        if link is None:
            return self._fresh(key, args, kwds)
        self._hits += 1
        older, newer, _, result = link
        if newer is not ring:
            older[1] = newer
            newer[0] = older
            newest = ring[0]
            newest[1] = ring[0] = link
            link[0] = newest
            link[1] = ring
        return result

    def _unlimited(self, key, args, kwds):
        if self._limit == 0:
            self._misses += 1
            return self._call(*args, **kwds)
        entries = self._entries
        try:
            result = entries.get(key, _MISSING)
        except TypeError as error:
            raise _unhashable(key, error) from None
        if result is not _MISSING:
            self._hits += 1
            return result
        self._misses += 1
        result = entries[key] = self._call(*args, **kwds)
        return result

    def _fresh(self, key, args, kwds):
        self._misses += 1
        result = self._call(*args, **kwds)
        entries = self._entries
        if key in entries:  # the call itself, or another one meanwhile, has put it in
            return result
        ring = self._ring
        if len(entries) >= self._limit:
            oldest = ring[1]
            ring[1] = oldest[1]
            oldest[1][0] = ring
            entries.pop(oldest[2], None)
        newest = ring[0]
        newest[1] = ring[0] = entries[key] = [newest, ring, key, result]
        return result

    def __get__(self, instance, owner=None, /):
        return self if instance is None else MethodType(self, instance)

    def cache_info(self):
        """The numbers of hits and misses, the limit, and how many results are kept."""
        return self._info(self._hits, self._misses, self._limit, len(self._entries))

    def cache_clear(self):
        """Forgets all results and numbers."""
        self._hits = self._misses = 0
        self._entries.clear()
        if self._ring is not None:
            self._ring[0] = self._ring[1] = self._ring

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self


def lru_cache(maxsize=128, typed=False):
    """Keeps the results of a function, at most `maxsize` of them; with `typed`, 3 and 3.0 are kept apart."""
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    limit = None if maxsize is None else max(maxsize, 0)
    return lambda user_function: _cached(user_function, limit, typed)


def cache(user_function, /):
    """Keeps all results of a function."""
    return _cached(user_function, None, False)


def _cached(user_function, limit, typed):
    wrapper = _lru_cache_wrapper(user_function, limit, typed, _numbers)
    wrapper.cache_parameters = lambda: {"maxsize": limit, "typed": typed}
    return update_wrapper(wrapper, user_function)


class cached_property:
    """A property that is computed once and then stands in the instance's dict."""

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known not in (None, name):
            raise TypeError(f"Cannot assign the same cached_property to two different names ({known!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            names = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"to cache {name!r} property.") from None
        value = names.get(name, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            try:
                names[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f"item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)
