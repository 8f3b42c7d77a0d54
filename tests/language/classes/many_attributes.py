"""Instances with few and many attributes: more than the first ones of their class had, so many that they move, deleted, replaced."""
import gc


class Bag:
    pass


def filled(n, first="a"):
    bag = Bag()
    for i in range(n):
        setattr(bag, f"{first}{i}", [i])
    return bag


for n in (0, 1, 7, 8, 9, 23, 24, 25, 40, 63, 64, 65, 66, 200):
    bag = filled(n)
    print(n, len(vars(filled(n))), sum(getattr(bag, f"a{i}")[0] for i in range(n)), hasattr(bag, f"a{n}"))
bags = [filled(n) for n in (3, 70, 1, 30)]
for bag in bags:
    bag.last = "last"
    print(len(vars(bag)), bag.last, bag.a0)
    del bag.a0
    print(hasattr(bag, "a0"), bag.last)
    bag.a0 = "again"
    print(list(vars(bag))[-2:])


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
        self.w = self.more = None


points = [Point(1, 2), Point3(3, 4, 5), Point(6, 7)]
for point in points:
    point.label = f"{point.x}"
    point.self = point
    print({name: value for name, value in vars(point).items() if name != "self"})
# Cycles through slots behind the object, and through those that moved.
del points, point
moved = filled(50)
moved.self = moved
del moved, bag, bags
print(gc.collect() > 0)


class Wide:
    __slots__ = tuple(f"s{i}" for i in range(100)) + ("__dict__",)


wide = Wide()
for i in range(0, 100, 7):
    setattr(wide, f"s{i}", i)
wide.extra = "extra"
print(sum(getattr(wide, f"s{i}", 0) for i in range(100)), wide.extra, vars(wide))
del wide.s7
print(hasattr(wide, "s7"), hasattr(wide, "s14"))


class Whole(int):
    def __new__(cls, value, note):
        made = super().__new__(cls, value)
        made.note = note
        made.more = [value]
        return made


whole = Whole(5, "five")
print(whole + 1, whole.note, whole.more, vars(whole))


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.pushed = len(items)


stack = Stack(1, 2, 3)
stack.append(4)
print(stack, stack.pushed, len(stack))
