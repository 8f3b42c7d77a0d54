"""Heaps in lists: the smallest item comes first, or the largest in the functions that end in `_max`.

Invariant of a heap: no item is less than its parent, which stands at half its way to the front: heap[k] is not less
than heap[(k - 1) // 2]. Only `<` is asked. A comparison that raises leaves every item in the list: a function that
moves an item keeps the place free that it goes to next, and fills it in any case. One that changes the list's length
is found out afterwards.
"""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "heappushpop", "heappush_max", "heappop_max", "heapify_max",
           "heapreplace_max", "heappushpop_max", "nlargest", "nsmallest", "merge"]


def _no_list(function, heap, which=""):
    name = "None" if heap is None else type(heap).__name__
    return TypeError(f"{function}() argument{which} must be list, not {name}")


def _rise(heap, place, item):
    # Lets parents come down to the free place until the item fits there.
    end = len(heap)
    try:
        while place:
            above = place - 1 >> 1
            parent = heap[above]
            if not item < parent:
                return
            heap[place] = parent
            place = above
    finally:
        if len(heap) != end:
            raise RuntimeError("list changed size during iteration")
        heap[place] = item


def _sink(heap, place, item):
    # Lets the lesser child come up to the free place, down to a leaf, and the item rise from there: an item taken from
    # the end seldom belongs far above it, so this asks fewer comparisons than stopping on the way down.
    top, end = place, len(heap)
    try:
        child = 2 * place + 1
        while child < end:
            least = heap[child]
            if child + 1 < end:
                right = heap[child + 1]
                if not least < right:
                    child += 1
                    least = right
            heap[place] = least
            place = child
            child = 2 * place + 1
        while place > top:
            above = place - 1 >> 1
            parent = heap[above]
            if not item < parent:
                return
            heap[place] = parent
            place = above
    finally:
        if len(heap) != end:
            raise RuntimeError("list changed size during iteration")
        heap[place] = item


def heappush(heap, item, /):
    """Put an item on the heap."""
    if not isinstance(heap, list):
        raise _no_list("heappush", heap, " 1")
    heap.append(item)
    _rise(heap, len(heap) - 1, item)


def heappop(heap, /):
    """Take the smallest item off the heap and return it."""
    if not isinstance(heap, list):
        raise _no_list("heappop", heap)
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    _sink(heap, 0, last)
    return first


def heapreplace(heap, item, /):
    """Take the smallest item off the heap, then put another on; the heap keeps its size."""
    if not isinstance(heap, list):
        raise _no_list("heapreplace", heap, " 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    _sink(heap, 0, item)
    return first


def heappushpop(heap, item, /):
    """Put an item on the heap, then take the smallest off."""
    if not isinstance(heap, list):
        raise _no_list("heappushpop", heap, " 1")
    if not heap or not heap[0] < item:
        return item
    first = heap[0]
    _sink(heap, 0, item)
    return first


def heapify(heap, /):
    """Turn a list into a heap, in place, in linear time."""
    if not isinstance(heap, list):
        raise _no_list("heapify", heap)
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, place, heap[place])


# Heaps with the largest item first

def _rise_max(heap, place, item):
    end = len(heap)
    try:
        while place:
            above = place - 1 >> 1
            parent = heap[above]
            if not parent < item:
                return
            heap[place] = parent
            place = above
    finally:
        if len(heap) != end:
            raise RuntimeError("list changed size during iteration")
        heap[place] = item


def _sink_max(heap, place, item):
    top, end = place, len(heap)
    try:
        child = 2 * place + 1
        while child < end:
            most = heap[child]
            if child + 1 < end:
                right = heap[child + 1]
                if not right < most:
                    child += 1
                    most = right
            heap[place] = most
            place = child
            child = 2 * place + 1
        while place > top:
            above = place - 1 >> 1
            parent = heap[above]
            if not parent < item:
                return
            heap[place] = parent
            place = above
    finally:
        if len(heap) != end:
            raise RuntimeError("list changed size during iteration")
        heap[place] = item


def heappush_max(heap, item, /):
    """Put an item on the max-heap."""
    if not isinstance(heap, list):
        raise _no_list("heappush_max", heap, " 1")
    heap.append(item)
    _rise_max(heap, len(heap) - 1, item)


def heappop_max(heap, /):
    """Take the largest item off the max-heap and return it."""
    if not isinstance(heap, list):
        raise _no_list("heappop_max", heap)
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    _sink_max(heap, 0, last)
    return first


def heapreplace_max(heap, item, /):
    """Take the largest item off the max-heap, then put another on; the heap keeps its size."""
    if not isinstance(heap, list):
        raise _no_list("heapreplace_max", heap, " 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    _sink_max(heap, 0, item)
    return first


def heappushpop_max(heap, item, /):
    """Put an item on the max-heap, then take the largest off."""
    if not isinstance(heap, list):
        raise _no_list("heappushpop_max", heap, " 1")
    if not heap or not item < heap[0]:
        return item
    first = heap[0]
    _sink_max(heap, 0, item)
    return first


def heapify_max(heap, /):
    """Turn a list into a max-heap, in place, in linear time."""
    if not isinstance(heap, list):
        raise _no_list("heapify_max", heap)
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, place, heap[place])


# The names that these functions had before they were public
_heappop_max, _heapify_max, _heapreplace_max = heappop_max, heapify_max, heapreplace_max


# Over any iterables

def nsmallest(n, iterable, key=None):
    """Return a list of the n smallest items, the smallest first."""
    if n == 1:
        return [*_one(min, iterable, key)]
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """Return a list of the n largest items, the largest first."""
    if n == 1:
        return [*_one(max, iterable, key)]
    return _best(n, iterable, key, True)


def _one(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return () if found is nothing else (found,)


def _best(n, iterable, key, largest):
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=largest)[:n]
    # The best so far stand in a heap, the worst of them first, as (key, order, item): of equals, the first wins.
    items, places, step = iter(iterable), range(n), -1 if largest else 1
    best = []
    for place, item in zip(places, items):
        best.append((item if key is None else key(item), place * step, item))
    if not best:
        return []
    (heapify if largest else heapify_max)(best)
    sink = _sink if largest else _sink_max
    order, worst = n * step, best[0][0]
    for item in items:
        rank = item if key is None else key(item)
        if (worst < rank) if largest else (rank < worst):
            sink(best, 0, (rank, order, item))
            order += step
            worst = best[0][0]
    best.sort(reverse=largest)
    return [item for _, _, item in best]


def merge(*iterables, key=None, reverse=False):
    """Return an iterator over the items of several sorted iterables in one sorted order."""
    build, sink, step = (heapify_max, _sink_max, -1) if reverse else (heapify, _sink, 1)
    # The head of each iterable, as [key, order, item, how to get the next].
    heads = []
    for order, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            item = advance()
        except StopIteration:
            continue
        heads.append([item if key is None else key(item), order * step, item, advance])
    build(heads)
    while len(heads) > 1:
        head = heads[0]
        yield head[2]
        try:
            item = head[2] = head[3]()
        except StopIteration:
            sink(heads, 0, heads.pop())
            continue
        head[0] = item if key is None else key(item)
        sink(heads, 0, head)
    for head in heads:
        yield head[2]
        yield from head[3].__self__
