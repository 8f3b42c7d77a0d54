"""ChainMap: several mappings seen as one.

Invariant: `maps` is a list of at least one mapping. Reading looks through them in order; writing touches
the first only.
"""
from _collections_abc import Mapping, MutableMapping

__name__ = "collections"

_shown = set()  # the ids of chains whose repr is being made: a chain may hold itself


class ChainMap(MutableMapping):
    """A view of several mappings, in which earlier ones hide later ones."""

    def __init__(self, *maps):
        self.maps = [*maps] or [{}]

    # Reading

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]  # not `in`: a mapping may make up what it does not hold
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        """Return the value of a key, or the default if no mapping has it."""
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def _joined(self, start):
        # One dict of all the mappings, with keys in the order of the last mapping that has them.
        for mapping in reversed(self.maps):
            start.update(mapping)
        return start

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        me = id(self)
        if me in _shown:
            return "..."
        _shown.add(me)
        try:
            return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"
        finally:
            _shown.discard(me)

    # Other chains

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """Return a new chain with one dict, whose keys come from an iterable."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """Return a new chain with a copy of the first mapping, and the same others."""
        first, *others = self.maps
        return type(self)(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """Return a new chain with one more mapping in front."""
        if m is None:
            return type(self)(kwargs, *self.maps)
        if kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        """A new chain without the first mapping."""
        return type(self)(*self.maps[1:])

    def __or__(self, other):
        return self.copy()._take(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return type(self)(self._joined(dict(other)))

    def __ior__(self, other):
        return self._take(other)

    def _take(self, other):
        self.maps[0].update(other)
        return self

    # Writing

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        _of_first(key, self.maps[0].__delitem__, key)

    def pop(self, key, *args):
        """Remove a key from the first mapping and return its value."""
        return _of_first(key, self.maps[0].pop, key, *args)

    def popitem(self):
        """Remove a pair of key and value from the first mapping and return it."""
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()


def _of_first(key, remove, *args):
    try:
        return remove(*args)
    except KeyError:
        raise KeyError(f"Key not found in the first mapping: {key!r}")
