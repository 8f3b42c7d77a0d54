# count, cycle and repeat: what they yield, how they show themselves, what they refuse.
from itertools import count, cycle, islice, repeat


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def first(n, it):
    return list(islice(it, n))


print(first(3, count()), first(3, count(5)), first(4, count(10, -3)), first(3, count(0.5, 0.25)))
print(first(3, count(step=2)), first(3, count(start=1j, step=2)), first(2, count(10**30)))
print(repr(count()), repr(count(5, 2)), repr(count(5, 1.0)), repr(count(2.5)), repr(count(-3, -1)))
it = count(7)
print(next(it), next(it), it, iter(it) is it, type(it), type(it).__name__)
print(first(2, count(True)), first(2, count(True, 2)), repr(count(False)))
for make in [lambda: count(1, 2, 3), lambda: count("a"), lambda: count(1, None), lambda: count(stop=1),
             lambda: count(stat=1), lambda: count(1, start=2), lambda: count(start=1, step=2, stop=3)]:
    show(make)


class Dot:
    """A number without being one of the built-in kinds."""
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __add__(self, other): return Dot(self.n + other)
    def __repr__(self): return "." * self.n


print(first(4, count(Dot(1))), repr(count(Dot(2), 2)))

print(first(7, cycle("abc")), first(3, cycle([])), next(cycle(iter([4]))))
source = iter([1, 2])
turning = cycle(source)
print(next(turning), next(source), [next(turning) for _ in range(3)])
for make in [lambda: cycle(), lambda: cycle([], 1), lambda: cycle(5), lambda: cycle(iterable=[])]:
    show(make)

print(list(repeat("x", 3)), list(repeat("x", 0)), list(repeat("x", -2)), first(2, repeat(None)))
print(repr(repeat(1)), repr(repeat("a", 4)), repr(repeat(object=2, times=5)), repr(repeat(1, times=-1)))
some = repeat(9, 4)
next(some)
print(some, some.__length_hint__(), list(map(pow, range(4), repeat(2))))
for make in [lambda: repeat(), lambda: repeat(1, 2, 3), lambda: repeat(1, "a"), lambda: repeat(1, None),
             lambda: repeat(1, 2.0), lambda: repeat(1, 10**30), lambda: repeat(times=3), lambda: repeat(1, foo=2),
             lambda: repeat(1).__length_hint__(), lambda: repeat(1, object=1)]:
    show(make)


class Loud(repeat):
    """A subclass that takes a keyword of its own."""
    def __init__(self, *args, note=None):
        self.note = note

    def __next__(self):
        return f"{super().__next__()}!"


loud = repeat.__new__(Loud, "hey", 2)
print(list(loud), repr(Loud("a", 1)), isinstance(loud, repeat))


class Noted(cycle):
    def __init__(self, iterable, note=""):
        self.note = note


noted = Noted([1, 2], note="n")
print(noted.note, first(3, noted), type(noted).__name__)
