# Methods for one's own types, and which types the methods serve.
from reprlib import Repr


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Mine(Repr):
    def __init__(self):
        super().__init__(maxlist=3, fillvalue="..")
        self.maxpoint = 5

    def repr_Point(self, point, level):
        return f"({self.repr1(point.x, level - 1)}|{self.repr1(point.y, level - 1)})"

    def repr_bool(self, value, level):
        return "yes" if value else "no"

    def repr_NoneType(self, value, level):
        return "nothing"

    def repr_float(self, value, level):
        return f"{value:.1f}"

    def repr_Two_Words(self, value, level):
        return "two words"


mine = Mine()
print(mine.repr([Point(1, [2] * 9), True, None, 1.25]))
print(mine.repr({Point: Point(1.25, None)})[-12:], mine.repr(type("Two Words", (), {})()), mine.maxpoint)


# A type only shares the name: its own repr is used.
def stranger(name, module="elsewhere"):
    return type(name, (), {"__repr__": lambda self: f"strange {name}", "__module__": module})()


for name in ("list", "dict", "str", "int", "set", "frozenset", "tuple", "array", "deque", "Point", "instance"):
    try:
        print(name, mine.repr(stranger(name)))
    except AttributeError as error:
        print(name, "AttributeError")


class List(list):
    pass


class Text(str):
    pass


print(mine.repr(List(range(9))), mine.repr(Text("x" * 60)), mine.repr([List([1])]))


class array:
    """Like array.array, as far as reprs go."""

    def __init__(self, typecode, items):
        self.typecode, self.items = typecode, items

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


array.__module__ = "array"
print(Repr().repr(array("i", range(9))), Repr().repr(array("d", [])), Repr(maxarray=1).repr(array("i", [1, 2])))


class deque(list):
    pass


deque.__module__ = "collections"
print(Repr().repr(deque(range(9))), Repr().repr(deque()), Repr(maxdeque=1).repr(deque([1, 2])))


class Counting:
    """Counts how many of its items are looked at."""

    def __init__(self, seen):
        self.seen = seen

    def __repr__(self):
        self.seen.append(1)
        return "c"


seen = []
print(Repr(maxlist=2).repr([Counting(seen)] * 10), len(seen), Repr(maxtuple=3).repr((Counting(seen),) * 10), len(seen))


class Unsortable:
    def __repr__(self):
        return "u"


print(Repr().repr({Unsortable(): 1}), Repr().repr({3: 1, 1: 2}), Repr().repr({3, 2, 1}))
