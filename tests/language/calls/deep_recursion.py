# Recursion goes as deep as sys.setrecursionlimit allows; one step more is a RecursionError that can be caught.
# collections: as usual
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


class Counter:
    def method(self, n):
        return 0 if n == 0 else 1 + self.method(n - 1)


def through_generators(n):
    if n:
        yield from through_generators(n - 1)
    yield n


def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)


for limit in [150, 1000, 5000]:
    sys.setrecursionlimit(limit)
    print(limit, depth(limit - 50))
    for call in [depth, Counter().method, even]:
        try:
            call(limit + 10)
        except RecursionError as error:
            print(type(error).__name__, error)
    try:
        list(through_generators(limit + 10))
    except RecursionError as error:
        print("generators:", error)
    print(depth(limit - 50), "and on it goes")

sys.setrecursionlimit(200_000)
print(depth(100_000))
print(Counter().method(100_000))
print(even(100_000), odd(99_999))


def caught(n):
    if n == 0:
        raise KeyError("at the bottom")
    try:
        return caught(n - 1)
    finally:
        seen.append(n)


seen = []
try:
    caught(50_000)
except KeyError as error:
    print(error, len(seen), seen[0], seen[-1])

closures = lambda n: n and 1 + (lambda: closures(n - 1))()
print(closures(40_000))
for bad in [0, -1, "a", 1.5, None]:
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    (lambda: [sys.setrecursionlimit(1)])()
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())
