# Comparisons that raise, and comparisons that change the heap.
from heapq import *


class Refuses:
    def __lt__(self, other):
        raise ValueError("not comparable")

    def __repr__(self):
        return "R"


class AfterOne:
    # Is less than the first item it meets, and raises at the second.
    def __init__(self):
        self.asked = 0

    def __lt__(self, other):
        self.asked += 1
        if self.asked > 1:
            raise ValueError("asked twice")
        return True

    def __gt__(self, other):
        return NotImplemented

    def __repr__(self):
        return "A"


def attempt(function, heap, *args):
    try:
        result = function(heap, *args)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, result, heap if len(heap) < 12 else len(heap))


# Nothing is lost
attempt(heappush, [3, 4], Refuses())
attempt(heappush, [1, 2, 3, 4, 5, 6, 7], AfterOne())
attempt(heappush_max, [9, 8, Refuses()], 3)
attempt(heappop, [1, Refuses(), 2, 3])
attempt(heapify, [5, 4, Refuses(), 3, 2, 1])
attempt(heapreplace, [1, Refuses(), 3], 2)
attempt(heappushpop, [Refuses(), 1], 2)
attempt(heappush, [1, 2], "text")
attempt(heapify, [1, "text", 2])
attempt(heappush, [1], None)


# The length must stay
class Clears:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return False


class Appends(Clears):
    def __lt__(self, other):
        self.heap.append(self)
        return False


for kind in (Clears, Appends):
    for function, args in ((heappop, ()), (heapify, ()), (heappop_max, ()), (heapify_max, ())):
        heap = []
        heap.extend(kind(heap) for _ in range(4))
        try:
            function(heap, *args)
        except RuntimeError as error:
            print(kind.__name__, function.__name__, error)


# How often an item is asked
class Counted:
    asked = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.asked += 1
        return self.value < other.value


def asked(action):
    Counted.asked = 0
    action()
    return Counted.asked


items = [Counted((i * 7919) % 1009) for i in range(200)]
heap = items[:]
print(asked(lambda: heapify(heap)), asked(lambda: heappop(heap)), asked(lambda: heappush(heap, Counted(-1))),
      asked(lambda: heapreplace(heap, Counted(500))), asked(lambda: heappushpop(heap, Counted(-5))))
heap = items[:]
print(asked(lambda: heapify_max(heap)), asked(lambda: heappop_max(heap)),
      asked(lambda: heappush_max(heap, Counted(2000))))
print(asked(lambda: [heappop_max(heap) for _ in range(100)]))
