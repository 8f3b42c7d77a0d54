"""A program that keeps its objects in a file: classes, slots, state, lists of its own, several pickles one after another."""
import collections
import copyreg
import dataclasses
import enum
import io
import os
import pickle


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Slotted:
    __slots__ = ("left", "right")

    def __init__(self, left):
        self.left = left


class Counted(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.count = 0


class Named(dict):
    name = "none"


class Stateful:
    def __init__(self):
        self.file, self.lines = object(), 3

    def __getstate__(self):
        return {"lines": self.lines}

    def __setstate__(self, state):
        self.lines, self.file = state["lines"] + 1, None


class Exact:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.both = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.both[0],), {"b": self.both[1]}


class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees


Pair = collections.namedtuple("Pair", "one two")
slotted, counted, named = Slotted([1]), Counted([1, 2, 3]), Named(a=1)
counted.count, named.name = 5, "n"
for protocol in range(6):
    objects = [Colour.BLUE, Point(1, 2), counted, named, Stateful(), Pair(1, 2), Point, Colour, collections.OrderedDict(b=1)]
    if protocol >= 2:
        objects += [slotted, Exact(1, b=2)]
    data = pickle.dumps(objects, protocol)
    back = pickle.loads(data)
    print(protocol, len(data), back[0] is Colour.BLUE, back[1], back[2], back[2].count, back[3], back[3].name,
          back[4].lines, back[4].file, back[5], back[6] is Point, back[8])
    if protocol >= 2:
        print(back[9].left, hasattr(back[9], "right"), back[10].both)

copyreg.pickle(Temperature, lambda t: (Temperature, (t.degrees,)))
print(pickle.loads(pickle.dumps(Temperature(21))).degrees)


class Private(pickle.Pickler):
    dispatch_table = {Temperature: lambda t: (Point, (t.degrees,))}


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


file = io.BytesIO()
Private(file).dump(Temperature(7))
print(pickle.loads(file.getvalue()))
try:
    Careful(io.BytesIO(file.getvalue())).load()
except pickle.UnpicklingError as error:
    print(error)
print(Careful(io.BytesIO(pickle.dumps(range(3)))).load())

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "kept.pickle")
with open(path, "wb") as file:
    for item in "first", ["second"] * 3, {"third": b"x" * 100000}:
        pickle.dump(item, file)
with open(path, "rb") as file:
    while True:
        try:
            item = pickle.load(file)
        except EOFError as error:
            print(error)
            break
        print(len(item), type(item).__name__)
os.remove(path)
writer = pickle.Pickler(file := io.BytesIO())
writer.dump(counted)
writer.dump(counted)
reader = pickle.Unpickler(io.BytesIO(file.getvalue()))
first = reader.load()
print(first is reader.load(), first)
