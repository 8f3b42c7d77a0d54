"""Ordering: the methods that a class lacks, and keys that compare by a function.

Invariant: a comparison that isn't known (NotImplemented) stays unknown, and isn't negated."""

__name__ = "functools"  # what the classes and functions give as their module

_MISSING = object()


def _ordering(name, root, negated, joined):
    """A comparison made from the method `root`, from its opposite if `negated`, and from == where `joined` says so."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            result = not result
        if joined == "or":
            return result or self == other
        if joined == "and":
            return result and self != other
        return result

    compare.__name__ = name
    compare.__qualname__ = f"_{name.strip('_')}_by_{root.strip('_')}"
    compare.__module__ = "functools._ordering"  # where it is found by its name
    compare.__doc__ = f"The method {name}, made from {root}."
    globals()[compare.__qualname__] = compare
    return compare


# For each method that a class may have, in the order in which they are preferred: the others, made from it.
_ORDERINGS = {
    root: [_ordering(name, root, *how) for name, *how in others]
    for root, others in {
        "__lt__": [("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, "")],
        "__le__": [("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, "")],
        "__gt__": [("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, "")],
        "__ge__": [("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, "")],
    }.items()
}


def total_ordering(cls):
    """Adds the ordering methods that a class lacks, made from one that it has."""
    present = [root for root in _ORDERINGS if getattr(cls, root, None) is not getattr(object, root)]
    if not present:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for method in _ORDERINGS[present[0]]:
        if method.__name__ not in present:
            setattr(cls, method.__name__, method)
    return cls


class KeyWrapper:
    """A value that compares by a function; without a value yet, makes such values."""

    __slots__ = ("_compare", "obj")

    def __new__(cls, /, *args, **named):
        raise TypeError("cannot create 'functools.KeyWrapper' instances")

    def __call__(self, obj=_MISSING, /, *excess, **named):
        if obj is _MISSING or excess or named:
            obj = _only("K", "obj", obj, excess, named)
        return _key(self._compare, obj)

    def __lt__(self, other):
        if type(other) is not _KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return _compared(self, other) > 0

    def __le__(self, other):
        return _compared(self, other) <= 0

    def __ge__(self, other):
        return _compared(self, other) >= 0

    def __eq__(self, other):
        return _compared(self, other) == 0

    def __ne__(self, other):
        return _compared(self, other) != 0

    __hash__ = None


_KeyWrapper = KeyWrapper  # its type name is known, but it isn't a name of the module
del KeyWrapper


def _key(compare, obj):
    key = object.__new__(_KeyWrapper)
    key._compare = compare
    key.obj = obj
    return key


def _compared(one, other):
    if type(other) is not _KeyWrapper:
        raise TypeError("other argument must be K instance")
    return one._compare(one.obj, other.obj)


def _only(name, param, value, excess, named):
    """The one argument of a call that has it by name, or that is wrong."""
    given = (value is not _MISSING) + len(excess) + len(named)
    if given > 1:
        raise TypeError(f"{name}() takes at most 1 argument ({given} given)")
    if param not in named:
        raise TypeError(f"{name}() missing required argument '{param}' (pos 1)")
    return named[param]


def cmp_to_key(mycmp=_MISSING, /, *excess, **named):
    """Makes a key function of a comparison function that gives a number below, at or above zero."""
    if mycmp is _MISSING or excess or named:
        mycmp = _only("cmp_to_key", "mycmp", mycmp, excess, named)
    return _key(mycmp, None)


cmp_to_key.__text_signature__ = "($module, /, mycmp)"
