# The iteration protocol by hand.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountdownIterator(self.n)


class CountdownIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
    def __length_hint__(self): return self.n


c = Countdown(3)
print(list(c), tuple(c), set(c), sum(c), max(c), 2 in c, [*c, *c], sorted(c))
a, *b = c
print(a, b, dict(zip(c, "xyz")), ",".join(map(str, c)))
it = iter(c)
print(next(it), next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration as error:
    print("StopIteration", error.value, error.args)
for n in c:
    for m in c:
        if m < n: break
        print((n, m), end=" ")
    else:
        print("inner done", end=" ")
print()
class NoNext:
    def __iter__(self): return 5
class GeneratorIter:
    def __iter__(self):
        yield from "ab"
        yield "c"
print(list(GeneratorIter()), "b" in GeneratorIter())
for bad in [lambda: iter(NoNext()), lambda: next(5), lambda: next([1]), lambda: [x for x in NoNext()]]:
    try:
        bad()
    except TypeError as error:
        print(error)
values = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(values), 0)), next(values))
class Blocked:
    __iter__ = None
try:
    iter(Blocked())
except TypeError as error:
    print(error)
