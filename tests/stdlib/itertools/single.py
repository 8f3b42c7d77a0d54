# Iterators over one iterable: values, ends, exceptions in the middle, argument errors.
from itertools import (accumulate, batched, compress, dropwhile, filterfalse, groupby, islice, pairwise, starmap,
                       takewhile)


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(list(accumulate([1, 2, 3, 4])), list(accumulate([])), list(accumulate("abc")))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=7)))
print(list(accumulate(iterable=[2, 3], func=lambda a, b: a * b, initial=None)))
for make in [lambda: accumulate(), lambda: accumulate(1), lambda: accumulate([], None, 2),
             lambda: accumulate([], 1, 2, 3),
             lambda: accumulate([], start=1), lambda: list(accumulate([1, "a"])), lambda: list(accumulate([1, 2], 5))]:
    show(make)

print(list(batched("ABCDEFG", 3)), list(batched([], 2)), list(batched([1, 2], n=2, strict=True)))
for make in [lambda: list(batched("abc", 2, strict=True)), lambda: batched([], 0), lambda: batched([], -1),
             lambda: batched([]), lambda: batched([], "a"), lambda: batched([], 1, True), lambda: batched(1, 2)]:
    show(make)

print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress("ABC", [0, 1])), list(compress("A", [1, 1, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(None, [0, 1, "", "a", [], None])), list(filterfalse(bool, [0, 2])),
      list(filterfalse(lambda x: x % 2, range(6))))
print(list(starmap(pow, [(2, 5), [3, 2], "23".__class__ and (10, 3)])), list(starmap(max, [{1, 2}, {3: 0, 4: 0}])))
print(list(pairwise("ABCD")), list(pairwise([1])), list(pairwise([])))
for make in [lambda: compress([]), lambda: compress(data=[], selector=[]), lambda: dropwhile(1),
             lambda: takewhile(1, 2),
             lambda: takewhile(predicate=1, iterable=[]), lambda: filterfalse(), lambda: list(filterfalse(3, [1])),
             lambda: starmap(max, 3), lambda: list(starmap(max, [3])), lambda: pairwise([], []), lambda: pairwise(5)]:
    show(make)

taken = takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(list(taken), list(taken))

print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)),
      list(islice("ABCDEFG", 0, None, 2)), list(islice("ABCDEFG", None)), list(islice(range(10), None, 9, None)))
source = iter(range(20))
print(list(islice(source, 1, 6, 3)), next(source), list(islice(source, 3, 3)), next(source), list(islice(source, 0)))
part = islice(source, 1, 5, 2)
print(next(part), next(part), next(part, "end"), next(source))
for make in [lambda: islice([]), lambda: islice([], -1), lambda: islice([], "a"), lambda: islice([], -1, 1),
             lambda: islice([], 1, -5), lambda: islice([], 1, 2, 0), lambda: islice([], 1, 2, "a"),
             lambda: islice(1, 1),
             lambda: islice([], 1, 2, 3, 4), lambda: islice(iterable=[]), lambda: islice([], 1.0),
             lambda: islice([], 10**30)]:
    show(make)

for key, group in groupby("AAAABBBCCDAA"):
    print(key, "".join(group), end="; ")
print()
print([(k, len(list(g))) for k, g in groupby([1, 1.0, True, 2], key=lambda x: x)])
groups = groupby([1, 3, 2, 4, 5], lambda x: x % 2)
key, odd = next(groups)
print(key, next(odd), type(odd))
key, even = next(groups)
print(key, list(odd), list(even), next(groups)[0], list(groups))
for make in [lambda: groupby(), lambda: groupby(1), lambda: groupby([], 1, 2), lambda: groupby([], by=1),
             lambda: list(groupby([1], 3))]:
    show(make)


def flaky(x):
    if x == 2:
        raise ZeroDivisionError("two")
    return x


for make in [lambda s: starmap(flaky, ((x,) for x in s)), lambda s: filterfalse(flaky, s),
             lambda s: accumulate(s, lambda a, b: a + flaky(b)),
             lambda s: dropwhile(flaky, s), lambda s: takewhile(flaky, s)]:
    it = make([1, 2, 3, 0, 4])
    got = []
    for _ in range(6):
        try:
            got.append(next(it, "end"))
        except ZeroDivisionError as error:
            got.append(str(error))
    print(type(it).__name__, got)
