# What all iterators share: they are their own iterators, take bare iterators, can't be copied, keep no extra names.
import copy
import itertools
from itertools import *

makers = {
    "accumulate": lambda: accumulate([1]), "batched": lambda: batched([1], 1), "chain": lambda: chain([1]),
    "combinations": lambda: combinations([1], 1),
    "combinations_with_replacement": lambda: combinations_with_replacement([1], 1),
    "compress": lambda: compress([1], [1]), "count": lambda: count(1), "cycle": lambda: cycle([1]),
    "dropwhile": lambda: dropwhile(bool, [0]), "filterfalse": lambda: filterfalse(None, [0]),
    "groupby": lambda: groupby([1]),
    "islice": lambda: islice([1], 1), "pairwise": lambda: pairwise([1, 2]), "permutations": lambda: permutations([1]),
    "product": lambda: product([1]), "repeat": lambda: repeat(1, 1), "starmap": lambda: starmap(max, [(1, 2)]),
    "takewhile": lambda: takewhile(bool, [1]), "zip_longest": lambda: zip_longest([1]),
}
for name, make in makers.items():
    it = make()
    cls = getattr(itertools, name)
    assert type(it) is cls and iter(it) is it
    assert cls.__name__ == cls.__qualname__ == name and cls.__module__ == "itertools"
    assert callable(type(it).__next__) and not hasattr(it, "__len__") and not hasattr(it, "__dict__")
    try:
        it.note = 1
        print(name, "takes attributes")
    except AttributeError:
        pass
    try:
        copy.copy(it)
        print(name, "copied")
    except TypeError as error:
        assert str(error) == f"cannot pickle 'itertools.{name}' object", error
    if name not in ("count", "cycle"):
        list(it)
        assert next(it, "end") == "end" and next(it, "end") == "end", name
print(len(makers), "kinds are alike")
print(sorted(n for n in dir(itertools) if not n.startswith("_")))


class Bare:
    """An iterator that is no iterable itself."""
    def __init__(self, n): self.n = n

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


class Source:
    def __iter__(self): return Bare(4)


print(list(chain(Source())), list(islice(Source(), 1, 3)), list(accumulate(Source())), list(batched(Source(), 3)))
print(list(compress(Source(), Source())), list(takewhile(bool, Source())), list(dropwhile(bool, Source())),
      list(pairwise(Source())))
print(list(zip_longest(Source(), "ab")), [list(g) for _, g in groupby(Source(), bool)],
      list(filterfalse(None, Source())))
print(list(islice(cycle(Source()), 6)), list(starmap(divmod, [(7, 2)])))


try:
    tee(Source())  # asks the iterator for an iterator again
except TypeError as error:
    print(error)


class Tired:
    """Raises in the middle, then goes on."""
    def __init__(self): self.n = 0
    def __iter__(self): return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise OSError("tired")
        if self.n > 4:
            raise StopIteration
        return self.n


for make in [chain, cycle, accumulate, lambda s: islice(s, 9), lambda s: batched(s, 2), pairwise,
             lambda s: zip_longest(s),
             lambda s: takewhile(bool, s), lambda s: dropwhile(lambda x: False, s), lambda s: compress(s, repeat(1)),
             lambda s: tee(s, 1)[0], lambda s: map(next, [s] * 4), lambda s: filterfalse(lambda x: x > 9, s)]:
    it = make(Tired())
    got = []
    for _ in range(5):
        try:
            got.append(next(it, "end"))
        except OSError as error:
            got.append(str(error))
    print(type(it).__name__, got)
