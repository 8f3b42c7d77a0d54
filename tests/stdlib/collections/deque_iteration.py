# deque: iterators and what changes do to them, comparisons that change the deque, copies, subclasses, uses.
from collections import deque

d = deque("abc")
it = iter(d)
print(it.__length_hint__(), next(it), it.__length_hint__(), iter(it) is it, type(it).__name__, list(it),
      it.__length_hint__())
print(list(reversed(d)), type(reversed(d)).__name__)

for change in ("append(1)", "pop()", "appendleft(1)", "popleft()", "rotate(1)", "rotate(0)", "rotate(3)", "reverse()",
               "clear()",
               "extend([])", "extend([1])", "insert(0, 1)", "remove(1)", "__setitem__(1, 9)", "__delitem__(0)",
               "__imul__(1)",
               "__imul__(2)", "append(1) or d.pop()", "copy()", "count(1)"):
    for kind in (iter, reversed):
        d = deque([1, 2, 3])
        it = kind(d)
        next(it)
        eval("d." + change)
        seen = []
        for _ in range(2):
            try:
                seen.append(next(it))
            except (RuntimeError, StopIteration) as error:
                seen.append(f"{type(error).__name__} {error}")
        print(f"{change:22} {kind.__name__:9}", *seen, it.__length_hint__())

d = deque([1, 2])
it = iter(d)
next(it), next(it)
d.append(3)
try:
    next(it)
except RuntimeError as error:
    print(error)


class Grows:
    def __init__(self, owner):
        self.owner = owner

    def __eq__(self, other):
        self.owner.append(1)
        return False


for search in ("5 in d", "d.count(5)", "d.index(5)", "d.remove(5)"):
    d = deque()
    d.extend([Grows(d), 2])
    try:
        print(search, eval(search))
    except Exception as error:
        print(search, type(error).__name__, error)


def fails():
    yield 1
    raise ValueError("stop here")


d = deque()
for action in (d.extend, d.extendleft, deque, lambda source: deque(source, 5)):
    try:
        action(fails())
    except ValueError as error:
        print(error, d)


# Copies and subclasses
class Log(deque):
    pass


log = Log("ab", 3)
log.note = 1
print(log, log.copy(), log.copy().__dict__, type(log + log), type(log * 2), log.maxlen, log == deque("ab"))
print(deque("abc").copy(), deque("abc", 3).__copy__(), deque("abc", 3).__reduce__()[:3], log.__reduce__()[:3],
      list(log.__reduce__()[3]))


class NoInit(deque):
    def __init__(self, unused=1):
        pass


n = NoInit(3)
n.append(1)
print(n, len(n))


class Slotted(deque):
    __slots__ = ("x", "__dict__")


s = Slotted("ab")
s.x = 1
s.y = 2
print(s.__reduce__()[2])


class One:
    def __index__(self):
        return 1


d = deque("abc")
d.rotate(One())
d.insert(One(), "i")
print(d, d[One()], deque("ab") * One(), deque[int], deque.__module__)

# As users write it
print(list(deque((f"line {n}" for n in range(10000)), maxlen=3)))


def moving_average(numbers, n=3):
    window = deque(maxlen=n)
    for number in numbers:
        window.append(number)
        if len(window) == n:
            yield sum(window) / n


print(list(moving_average([40, 30, 50, 46, 39, 44])))


def round_robin(*iterables):
    turns = deque(map(iter, iterables))
    while turns:
        try:
            while True:
                yield next(turns[0])
                turns.rotate(-1)
        except StopIteration:
            turns.popleft()


print("".join(round_robin("ABC", "D", "EF")))
big = deque()
for n in range(3000):
    big.append(n)
    big.appendleft(-n)
    if n % 3 == 0:
        big.pop(), big.popleft(), big.rotate(n % 7)
print(len(big), sum(big), big[0], big[1000], big[-1], sum(n * place for place, n in enumerate(big)))
