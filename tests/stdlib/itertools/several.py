# chain, zip_longest, tee and product: several iterables, shared iterators, lazy sources.
import itertools
from itertools import chain, count, islice, product, tee, zip_longest


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "c"])), list(chain({}, range(2))))
print(chain[int], type(chain("a")), next(chain.from_iterable("xyz"[i:] for i in count())))
joined = chain([1], 5, [2])
print(next(joined))
show(lambda: next(joined))
print(list(joined))
for make in [lambda: chain(a=1), lambda: chain.from_iterable(), lambda: chain.from_iterable(1),
             lambda: chain.from_iterable([], []),
             lambda: chain.from_iterable(iterable=[]), lambda: list(chain.from_iterable([1]))]:
    show(make)


class Path(chain):
    """Keeps a name; from_iterable makes one of this class."""
    name = "path"


print(type(Path.from_iterable(["a"])).__name__, list(Path("ab", "c")), Path("a").name)

print(list(zip_longest("ABC", "xy")), list(zip_longest("A", [1, 2, 3], fillvalue="-")), list(zip_longest()))
print(list(zip_longest([], [1])), list(zip_longest([])), list(islice(zip_longest(count(), "ab"), 3)))
for make in [lambda: zip_longest(1), lambda: zip_longest([], fill=1), lambda: zip_longest([], fillvalue=1, foo=2)]:
    show(make)


def broken():
    yield 1
    raise KeyError("k")


row = zip_longest(broken(), [1, 2, 3])
print(next(row))
show(lambda: next(row))
print(list(row))

a, b = tee([1, 2, 3])
print(list(a), next(b), list(b), list(a), type(a), iter(a) is a)
x, y, z = tee(iter("pqr"), 3)
print(next(x), next(x), next(y), list(z), list(x), list(y))
print(tee([], 0), len(tee([], 4)), tee(1, 0))
first, = tee("abc", 1)
next(first)
again, other = tee(first)
print(again is first, list(again), list(other), list(first))
twin = other.__copy__()
print(list(twin))
for make in [lambda: tee(), lambda: tee(1), lambda: tee([], -1), lambda: tee([], "a"), lambda: tee([], 1, 2),
             lambda: tee([], n=2),
             lambda: type("T", (itertools._tee,), {}), lambda: itertools._tee()]:
    show(make)


def eager():
    yield 1
    yield next(other_reader)


reader, other_reader = tee(eager())
print(next(reader))
next(other_reader)
show(lambda: next(reader))

print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("ab", [])))
print(list(product([0, 1], repeat=0)), sum(1 for _ in product(range(3), repeat=4)), next(product("a", repeat=50))[:2])
for make in [lambda: product(1), lambda: product([], repeat=-1), lambda: product([], repeat="a"),
             lambda: product([], times=2),
             lambda: product([1], repeat=1, times=2), lambda: product([1] * 10, repeat=2**62)]:
    show(make)
pool = [1, 2]
pairs = product(pool, "x")
pool.append(3)
print(list(pairs))
