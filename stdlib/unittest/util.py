"""Texts and comparisons that the rest of the package shares; nothing here knows of tests or results."""

__unittest = True

_LIMIT = 80         # a repr in a message is at most about this long
_MARK = 12          # room for "[nnn chars]"
_KEPT = 5           # characters kept at either end of what is cut
_DIFFERING = _LIMIT - (_KEPT + _MARK + _KEPT + _MARK + _KEPT)


def safe_repr(obj, short=False):
    """Give the repr of an object, or object's own if that fails, cut if `short`."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _LIMIT:
        return text[:_LIMIT] + " [truncated]..."
    return text


def _cut(text, begin, end):
    left_out = len(text) - begin - end
    if left_out <= _MARK:
        return text
    return f"{text[:begin]}[{left_out} chars]{text[len(text) - end:]}"


def _pair_of_reprs(first, second):
    """Give both reprs, shortened so that the place where they begin to differ stays visible."""
    first, second = safe_repr(first), safe_repr(second)
    longest = max(len(first), len(second))
    if longest <= _LIMIT:
        return first, second
    common = 0
    for one, other in zip(first, second):
        if one != other:
            break
        common += 1
    room = _LIMIT - (longest - common + _KEPT + _MARK)
    if room > _KEPT:
        start = _cut(first[:common], _KEPT, room)
        return start + first[common:], start + second[common:]
    start = _cut(first[:common], _KEPT, _KEPT)
    return start + _cut(first[common:], _DIFFERING, _KEPT), start + _cut(second[common:], _DIFFERING, _KEPT)


def strclass(cls):
    """Give the full dotted name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
    """Give -1, 0 or 1 as x is less than, equal to or greater than y."""
    if x == y:
        return 0
    return 1 if x > y else -1


def sorted_list_difference(expected, actual):
    """Give what is only in the first and what is only in the second of two sorted lists."""
    missing = [item for item in expected if item not in actual]
    unexpected = [item for item in actual if item not in expected]
    return _without_repeats(missing), _without_repeats(unexpected)


def _without_repeats(items):
    return [item for at, item in enumerate(items) if not at or items[at - 1] != item]


def unorderable_list_difference(expected, actual):
    """Give what is only in the first and what is left of the second list, which is used up."""
    missing = []
    for item in reversed(expected):
        (actual.remove if item in actual else missing.append)(item)
    expected.clear()
    return missing, actual


def _count_differences(first, second):
    """List (count in first, count in second, item) for each item whose counts differ, in order of appearance."""
    try:
        counts = {}
        for place, items in enumerate((first, second)):
            for item in items:
                counts.setdefault(item, [0, 0])[place] += 1
        return [(*pair, item) for item, pair in counts.items() if pair[0] != pair[1]]
    except TypeError:
        return _count_differences_by_equality(list(first), list(second))


def _count_differences_by_equality(first, second):
    found = []
    while first or second:
        item = (first or second)[0]
        rests = [other for other in first if not other == item], [other for other in second if not other == item]
        pair = len(first) - len(rests[0]), len(second) - len(rests[1])
        if pair == (0, 0):
            # The item is not even equal to itself, which counts once.
            pair = (1, 0) if first else (0, 1)
            (first or second).pop(0)
        else:
            first, second = rests
        if pair[0] != pair[1]:
            found.append((*pair, item))
    return found
