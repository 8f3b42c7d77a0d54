# What natives consume: the numbers that a sequence begins with are taken at once, all else one by one.
import math


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __lt__(self, other):
        return self.value < getattr(other, "value", other)

    def __gt__(self, other):
        return self.value > getattr(other, "value", other)

    def __bool__(self):
        print("bool", self.value)
        return bool(self.value)

    def __repr__(self):
        return f"N({self.value})"


def tried(call, *args, **kw):
    try:
        return call(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def sums():
    print(sum([]), sum(()), sum([1, 2, 3]), sum((1, 2, 3), 10), sum([True, 2, False]), sum([2**62, 2**62, 2**62]))
    print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([1, 0.5, 2]), sum([0.5, 1, 2**70, 0.25]), sum([1e308, 1e308, -1e308]))
    print(sum([math.inf, -math.inf]), sum([math.inf, 1.0]), sum([-0.0, -0.0]), sum([], -0.0), sum([2**53, 1.0]))
    print(sum([1, 2, Number(3), 4]), sum([[1], [2]], []), sum([1, 2j, 3.5]), sum(n * n for n in range(5)))
    print(sum({1: 2, 3: 4}), sum({1.5, 2.5}), sum(map(int, "123")), sum([2**63 - 1, 1, -5]), sum([-(2**63), -1]))
    for args in ([1, "a"],), (["a"], ""), ([b"a"], b""), (5,), (5, ""), ([1, None],):
        print(tried(sum, *args))


def bests():
    print(min([3, 1, 2]), max([3, 1, 2]), min((2.5, 1.5)), max([1.5, 2.5, 2.5]), min([1, True]), max([1, True]), max([True, 1]))
    print(min(["b", "a"]), max("hello"), min([3, 2.5, 1]), max([1, 2, 2.5, 2]), min([1, Number(0), 5]), max([1, Number(9), 5]))
    nan = math.nan
    print(min([nan, 1.0]), min([1.0, nan, 0.5]), max([nan, 1.0]), max([1.0, nan]), min([0.0, -0.0]), max([-0.0, 0.0]))
    print(min([], default=7), max((), default=None), min(5, 3, 4), max(n for n in range(4)), min({3: 0, 2: 0}))
    print(min([1, 2], [1], [0]), max(["aaa", "b"], key=len), min([3, -4], key=abs), max([(1, "x"), (1, "y")], key=lambda p: p[0]))
    first = [10**20, 5]
    print(min(first), max(first), min([2**63 - 1, 2**63]), max([2**63 - 1, 2**63]))
    for call, args in ((min, ([],)), (max, ((),)), (min, ([1, "a"],)), (max, (["a", 1],)), (min, (5,)), (max, ())):
        print(tried(call, *args))
    print(tried(min, [1, 2], key=lambda x: 1 / 0), tried(max, 1, 2, default=3))


def truths():
    print(all([]), any([]), all([1, True, 2.5, "a"]), all([1, 0, Number(1)]), any([0, False, 0.0, "", None, [], ()]))
    print(any([0, Number(0), Number(2), Number(3)]), all([1, Number(2), Number(0), Number(3)]))
    seen = []
    print(any(seen.append(n) or n > 2 for n in range(10)), seen)
    print(all(n < 3 for n in (1, 2, 3, 4)), any({0: 1}), all("abc"), any(map(int, "0010")))
    print(tried(all, 5), tried(any, [0, NotImplemented]))
    grows = [0, 0]

    class Grow:
        def __bool__(self):
            if len(grows) < 6:
                grows.append(Grow())
            return False

    grows.append(Grow())
    print(any(grows), len(grows))

    class Shrink:
        def __bool__(self):
            grows.clear()
            return False

    grows[:] = [Shrink(), 1]
    print(any(grows), grows)


def keys():
    words = ["bb", "a", "ccc"]
    print(sorted(words, key=len), sorted(words, key=lambda w: -len(w)), sorted([3, 1, 2], key=Number), sorted("bca", key=str.upper))
    print(list(map(str, [1, 2.5, None])), list(map(lambda x: x * 2, (1, 2))), list(map(int, "12")), list(map(max, [1, 5], [3, 2])))
    print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isdigit, "a1b2")))
    print(list(map(bool, [0, "a"])), list(map(tuple, ["ab", [1]])), list(map([10, 20].__getitem__, [1, 0])), list(map(type, [1, "a"])))

    def defaults(x, y=10, *more, z=1):
        return x + y + z

    class Callable:
        def __call__(self, x):
            return x + 100

    def generate(x):
        yield x

    print(list(map(defaults, [1, 2])), list(map(Callable(), [1])), [list(made) for made in map(generate, [1, 2])])
    print(tried(list, map(lambda: 0, [1])), tried(sorted, [1, 2], key=lambda a, b: 0), tried(list, map(5, [1])))
    print(tried(sorted, [3, 0, 1], key=lambda n: 1 // n), tried(list, filter(lambda n: 1 // n, [1, 0])))
    order = [3, 1, 2]
    print(tried(order.sort, key=lambda n: order.append(n)), order)

    def stop(x):
        if x == 2:
            raise StopIteration("early")
        return x

    print([x for x in map(stop, [0, 1, 2, 3])], list(map(stop, [1, 2, 3])), list(filter(stop, [1, 2, 3])))
    for x in map(stop, range(5)):
        print("turn", x)
    print(tried(sorted, [1, 2, 3], key=stop), tried(max, [1, 2], key=stop))

    def deep(n):
        return max([n], key=lambda x: deep(x - 1) if x else 0)

    print(deep(50))

    def endless(x):
        return next(map(endless, [x]))

    print(tried(endless, 1))

    def turns(x):
        return sorted([x], key=turns)

    print(tried(turns, 1))


def generators():
    def count(n):
        try:
            yield from range(n)
        finally:
            print("closed", n)

    print(sum(count(4)), any(count(3)), list(count(2)), ",".join(str(n) for n in count(3)), set(count(2)), dict(zip(count(2), "ab")))

    def fails():
        yield 1
        raise ValueError("inside")

    for call in (sum, all, list, set, max, sorted, tuple, "".join):
        print(call.__name__, tried(call, fails()))

    def looks():
        yield len(list(running))

    running = looks()
    print(tried(list, running))

    def returns():
        yield 1
        return "value"

    made = returns()
    print(list(made), list(made), sum(made), max(made, default="none"))
    nested = (x for x in (y for y in (z for z in range(5))))
    print(sum(nested), sum(nested))


sums()
bests()
truths()
keys()
generators()
