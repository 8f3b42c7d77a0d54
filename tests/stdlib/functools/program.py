# A program as one would write it: a small evaluator with a cache, a registry, decorators and a pipeline.
from functools import (Placeholder, cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce,
                       singledispatch, singledispatchmethod, total_ordering, wraps)


def retry(func=None, *, times=3):
    if func is None:
        return partial(retry, times=times)

    @wraps(func)
    def call(*args, **kwargs):
        for attempt in range(1, times + 1):
            try:
                return func(*args, **kwargs)
            except ConnectionError as error:
                print(f"{func.__name__}: attempt {attempt} failed: {error}")
        raise ConnectionError("gave up")
    return call


attempts = iter([False, False, True])


@retry
def fetch(what):
    """Fetches something."""
    if not next(attempts):
        raise ConnectionError("line down")
    return f"<{what}>"


print(fetch("page"), fetch.__doc__)


@retry(times=2)
def never(): raise ConnectionError("no")


try:
    never()
except ConnectionError as error:
    print(error)

compose = lambda *functions: reduce(lambda f, g: lambda x: g(f(x)), functions)
clean = compose(str.strip, str.lower, partial(str.replace, Placeholder, "-", ""), len)
print(compose(str.strip, str.title)("  hello there "), clean(" A-B-c "))


@total_ordering
class Money:
    def __init__(self, amount, unit="EUR"): self.amount, self.unit = amount, unit
    def __eq__(self, other): return (self.amount, self.unit) == (other.amount, other.unit)
    def __lt__(self, other): return self.amount < other.amount if self.unit == other.unit else NotImplemented
    def __hash__(self): return hash((self.amount, self.unit))
    def __repr__(self): return f"{self.amount} {self.unit}"

    @singledispatchmethod
    def __add__(self, other): return NotImplemented

    @__add__.register
    def _(self, other: int): return Money(self.amount + other, self.unit)

    def scaled(self, factor, *, up): return Money(self.amount * factor if up else self.amount // factor, self.unit)
    double = partialmethod(scaled, 2, up=True)
    halve = partialmethod(scaled, 2, up=False)


purse = [Money(5), Money(1), Money(9)]
print(sorted(purse), max(purse), Money(5) >= Money(5), Money(3) + 4, Money(3).double(), Money(9).halve())
try:
    Money(1) <= Money(1, "USD")
except TypeError as error:
    print(error)


@singledispatch
def to_text(value): return repr(value)


@to_text.register
def _(value: dict): return "{" + ", ".join(f"{to_text(k)}: {to_text(v)}" for k, v in value.items()) + "}"


@to_text.register(list)
@to_text.register(tuple)
def _(value): return "[" + " ".join(map(to_text, value)) + "]"


@to_text.register
def _(value: float): return f"{value:.2f}"


print(to_text({"a": [1, 2.5, (None, True)], "m": Money(2)}))


@lru_cache(maxsize=100)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance("kitten", "sitting"), distance.cache_info())


@cache
def ways(n): return 1 if n == 0 else sum(ways(n - k) for k in (1, 2, 5) if k <= n)


print([ways(n) for n in range(10)], ways(100), ways.cache_info().currsize)


class Report:
    def __init__(self, rows): self.rows = rows

    @cached_property
    def ranked(self):
        print("ranking")
        return sorted(self.rows, key=cmp_to_key(lambda a, b: b[1] - a[1] or (a[0] > b[0]) - (a[0] < b[0])))


report = Report([("ann", 3), ("bob", 7), ("abe", 7)])
print(report.ranked, report.ranked is report.ranked)
