"""Counter: a dict that counts.

Invariant: a key that is not there counts as zero, and nothing here adds a key by reading it. Counts may be of any type
that can be compared and added, and may be zero or negative; the operators alone drop what is not positive.
"""
from _collections import _count_elements
from _collections_abc import Mapping

__name__ = "collections"


def _count_of(pair):
    return pair[1]


def _positive(pairs):
    # A new Counter of the pairs whose count is above zero.
    kept = Counter()
    for key, count in pairs:
        if count > 0:
            kept[key] = count
    return kept


class Counter(dict):
    """A dict from items to how often they occur."""

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """Return the count of what has not occurred: zero."""
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        """Refuse: what a shared value would mean for counts is not clear."""
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add the items of an iterable, or the counts of a mapping, and those given by name."""
        if iterable is None:
            pass
        elif not isinstance(iterable, Mapping):
            _count_elements(self, iterable)
        elif not self:
            dict.update(self, iterable)
        else:
            count_of = self.get
            for key, count in iterable.items():
                self[key] = count + count_of(key, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take away the items of an iterable, or the counts of a mapping, and those given by name."""
        if iterable is not None:
            count_of = self.get
            pairs = iterable.items() if isinstance(iterable, Mapping) else ((key, 1) for key in iterable)
            for key, count in pairs:
                self[key] = count_of(key, 0) - count
        if kwds:
            self.subtract(kwds)

    def most_common(self, n=None):
        """Return the pairs of item and count, the n largest counts first, or all of them."""
        if n is not None:
            from heapq import nlargest
            return nlargest(n, self.items(), key=_count_of)
        return sorted(self.items(), key=_count_of, reverse=True)

    def elements(self):
        """Return an iterator over the items, each as often as its count says."""
        return (key for key, count in self.items() for _ in range(count))

    def total(self):
        """Return the sum of all counts."""
        return sum(self.values())

    def copy(self):
        """Return a new counter with the same counts."""
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, elem):
        """Remove an item; it need not be there."""
        if elem in self:
            dict.__delitem__(self, elem)

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        try:
            ordered = dict(self.most_common())
        except TypeError:  # counts that can't be compared
            ordered = dict(self)
        return f"{name}({ordered!r})"

    # Comparison. All keys of both sides count.

    __hash__ = None

    def _pairs(self, other):
        return ((self[key], other[key]) for side in (self, other) for key in side)

    def __eq__(self, other):
        """Whether all counts are equal."""
        return all(a == b for a, b in self._pairs(other)) if isinstance(other, Counter) else NotImplemented

    def __ne__(self, other):
        """Whether some counts are not equal."""
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        """Whether each count is at most that of the other."""
        return all(a <= b for a, b in self._pairs(other)) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        """Whether each count is at most that of the other, and some count is less."""
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        """Whether each count is at least that of the other."""
        return all(a >= b for a, b in self._pairs(other)) if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        """Whether each count is at least that of the other, and some count is more."""
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    # Operators. The keys of the left side come first.

    def __add__(self, other):
        """Add counts, and keep the positive ones."""
        if not isinstance(other, Counter):
            return NotImplemented
        sums = [(key, count + other[key]) for key, count in self.items()]
        return _positive(sums + [pair for pair in other.items() if pair[0] not in self])

    def __sub__(self, other):
        """Subtract counts, and keep the positive ones."""
        if not isinstance(other, Counter):
            return NotImplemented
        rests = [(key, count - other[key]) for key, count in self.items()]
        return _positive(rests + [(key, 0 - count) for key, count in other.items() if key not in self])

    def __or__(self, other):
        """Take the larger of two counts, and keep the positive ones."""
        if not isinstance(other, Counter):
            return NotImplemented
        larger = [(key, other[key] if count < other[key] else count) for key, count in self.items()]
        return _positive(larger + [pair for pair in other.items() if pair[0] not in self])

    def __and__(self, other):
        """Take the smaller of two counts, and keep the positive ones."""
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, count if count < other[key] else other[key]) for key, count in self.items()])

    def __pos__(self):
        """Return a new counter of the positive counts."""
        return _positive(self.items())

    def __neg__(self):
        """Return a new counter of the negative counts, with their sign turned."""
        return _positive([(key, 0 - count) for key, count in self.items() if count < 0])

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        """Add counts in place, and keep the positive ones."""
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        """Subtract counts in place, and keep the positive ones."""
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        """Take the larger counts in place, and keep the positive ones."""
        for key, theirs in other.items():
            if theirs > self[key]:
                self[key] = theirs
        return self._keep_positive()

    def __iand__(self, other):
        """Take the smaller counts in place, and keep the positive ones."""
        for key in self:
            theirs = other[key]
            if theirs < self[key]:
                self[key] = theirs
        return self._keep_positive()
