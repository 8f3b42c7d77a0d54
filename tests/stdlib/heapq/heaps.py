# The functions on heaps in lists: the arrangement that each leaves, both kinds of heap, refusals.
import heapq
from heapq import *

print(heapq.__all__)
print(sorted(name for name in heapq.__all__ if not callable(getattr(heapq, name))))

data = [(i * 7919) % 101 for i in range(30)]

h = []
for x in data:
    heappush(h, x)
print(h)
print([heappop(h) for _ in range(8)], h)
print(heapreplace(h, 50), heapreplace(h, 0), heappushpop(h, 0), heappushpop(h, 70), heappushpop(h, -1), h)
h = data[:]
print(heapify(h), h)

h = []
for x in data:
    heappush_max(h, x)
print(h)
print([heappop_max(h) for _ in range(8)], h)
print(heapreplace_max(h, 50), heapreplace_max(h, 200), heappushpop_max(h, 0), heappushpop_max(h, 70),
      heappushpop_max(h, 999), h)
h = data[:]
print(heapify_max(h), h)

for size in range(8):
    low, high = list(range(size))[::-1], list(range(size))
    heapify(low)
    heapify_max(high)
    print(size, low, high)
print(heappushpop([], 5), heappushpop_max([], 5))
one = [1]
print(heapreplace(one, 2), one, heappop(one), one)

# Sorting, and the invariant
for push, pop, build in ((heappush, heappop, heapify), (heappush_max, heappop_max, heapify_max)):
    h = []
    for x in data:
        push(h, x)
    b = data[:]
    build(b)
    print([pop(h) for _ in data] == [pop(b) for _ in data] == sorted(data, reverse=pop is heappop_max), h, b)


# Equal items, compared by `<` alone
class Task:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.name}"


tasks = [Task(i % 3, "abcdefghij"[i]) for i in range(10)]
h = tasks[:]
heapify(h)
print(h, [heappop(h) for _ in tasks])
h = []
for task in tasks:
    heappush(h, task)
print(h)
h = tasks[:]
heapify_max(h)
print(h, [heappop_max(h) for _ in tasks])
h = [(2, "b"), (1, "z"), (1, "a")]
heapify(h)
print(heappop(h), h)
nan = float("nan")
h = [nan, 3, 1]
heapify(h)
print(h)


class Mine(list):
    pass


mine = Mine([3, 1, 2])
heapify(mine)
heappush(mine, 0)
print(mine, type(mine).__name__, heappop(mine))


def attempt(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except Exception as error:
        print(function.__name__, "!!", type(error).__name__, error)


for function in (heappop, heappop_max, heapify, heapify_max):
    attempt(function, [])
    attempt(function, (1, 2))
    attempt(function, None)
for function in (heappush, heapreplace, heappushpop, heappush_max, heapreplace_max, heappushpop_max):
    attempt(function, [], 1)
    attempt(function, (1, 2), 3)
    attempt(function, None, 3)
    attempt(function, [1, 2], "text")
