# total_ordering, cmp_to_key and reduce.
from functools import cmp_to_key, reduce, total_ordering


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def classes():
    for name, compare in {"__lt__": lambda a, b: a.n < b.n, "__le__": lambda a, b: a.n <= b.n,
                          "__gt__": lambda a, b: a.n > b.n, "__ge__": lambda a, b: a.n >= b.n}.items():
        def guarded(self, other, compare=compare):
            return compare(self, other) if hasattr(other, "n") else NotImplemented
        body = {"__init__": lambda self, n: setattr(self, "n", n), "__eq__": lambda self, other: self.n == other.n,
                name: guarded}
        yield name, total_ordering(type("N" + name.strip("_"), (), body))


for name, cls in classes():
    one, two, also = cls(1), cls(2), cls(1)
    print(name, one < two, one > two, one <= also, one >= also, one >= two, one <= two, two < one, two > one,
          [cls.__dict__[op].__name__ for op in ("__lt__", "__le__", "__gt__", "__ge__")][1 if name == "__lt__" else 0])
    show(lambda: one < 5)
    show(lambda: one >= 5)


@total_ordering
class Version:
    def __init__(self, text): self.parts = [int(p) for p in text.split(".")]
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __gt__(self, other): return "mine"
    def __repr__(self): return ".".join(map(str, self.parts))


versions = [Version(t) for t in "1.10 1.2 0.9 1.2.1".split()]
print(sorted(versions), max(versions, key=lambda v: v.parts), versions[0] > versions[1], versions[0] >= versions[1])
print(Version.__ge__.__name__, Version.__le__.__name__)
show(lambda: total_ordering(type("Bare", (), {})))


@total_ordering
class Child(Version):
    def __le__(self, other): return "le"


print(Child("1.0") <= Child("1.0"), Child("1.0") >= Child("0.1"))

by_length = cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)))
print(sorted(["ccc", "a", "bb", "aaa"], key=by_length), max(["a", "bb"], key=by_length),
      min(["aa", "b"], key=by_length))
k1, k2 = by_length("x"), by_length("yy")
print(k1 < k2, k1 <= k2, k1 == k2, k1 != k2, k1 > k2, k1 >= k2, k1.obj, type(k1), by_length(obj="z").obj)
k1.obj = "changed"
print(k1 > k2)
for make in [lambda: cmp_to_key(), lambda: cmp_to_key(1, 2), lambda: cmp_to_key(compare=1), lambda: by_length(),
             lambda: by_length(1, 2),
             lambda: by_length(x=1), lambda: k1 < "a", lambda: k1 == "a", lambda: cmp_to_key(1)(1) < cmp_to_key(1)(2),
             lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: None)),
             lambda: sorted([1, 2], key=cmp_to_key(lambda a: 1))]:
    show(make)
print(cmp_to_key(mycmp=len) is not None)

add = lambda a, b: a + b
print(reduce(add, [1, 2, 3]), reduce(add, [], 0), reduce(add, "abc", "_"), reduce(add, [5]),
      reduce(add, [[1], [2]], initial=[]))
print(reduce(max, (3, 9, 2)), reduce(add, (c for c in "xyz")), reduce(lambda a, b: {**a, b: len(a)}, "ab", {}),
      reduce(add, [], None))
for make in [lambda: reduce(), lambda: reduce(add), lambda: reduce(add, 1), lambda: reduce(add, []),
             lambda: reduce(add, [], 1, 2),
             lambda: reduce(add, [1], foo=2), lambda: reduce(function=add, iterable=[1]), lambda: reduce(1, [1, 2]),
             lambda: reduce(add, [1], 3, initial=2), lambda: reduce(add, [1, "a"])]:
    show(make)


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


class Old:
    """Iterated by its items."""
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(reduce(add, Source()), reduce(add, Old()), reduce(add, Source(), "start".__len__()))
