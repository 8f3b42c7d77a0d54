"""Search and insertion in sorted sequences, by halving.

Invariant of the search: every item before `lo` belongs before the place that is sought, and every item from `hi` on
behind it. Only `<` is asked; with a key it is asked of the key's results.
"""


def _bounds(a, lo, hi):
    lo = _as_index(lo, "'{}' object cannot be interpreted as an integer")
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is not None:
        hi = _as_index(hi, "argument should be integer or None, not '{}'")
    return lo, len(a) if hi is None or hi == -1 else hi


def _as_index(value, refusal):
    try:
        convert = type(value).__index__
    except AttributeError:
        raise TypeError(refusal.format(type(value).__name__)) from None
    return convert(value)


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Return the first place where x can go into a sorted sequence: before all items that are equal to it."""
    if lo or hi is not None or type(lo) is not int:
        lo, hi = _bounds(a, lo, hi)
    else:
        lo, hi = 0, len(a)
    while lo < hi:
        middle = lo + hi >> 1
        if (a[middle] if key is None else key(a[middle])) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Return the last place where x can go into a sorted sequence: behind all items that are equal to it."""
    if lo or hi is not None or type(lo) is not int:
        lo, hi = _bounds(a, lo, hi)
    else:
        lo, hi = 0, len(a)
    while lo < hi:
        middle = lo + hi >> 1
        if x < (a[middle] if key is None else key(a[middle])):
            hi = middle
        else:
            lo = middle + 1
    return lo


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Put x into a sorted list, before all items that are equal to it."""
    place = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Put x into a sorted list, behind all items that are equal to it."""
    place = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


bisect, insort = bisect_right, insort_right
