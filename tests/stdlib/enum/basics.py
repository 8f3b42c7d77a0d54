# Members, aliases, lookup, containment, iteration and how they show themselves.
from enum import Enum, EnumMeta, EnumType


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Color(Enum):
    """Some colours."""

    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = [3]
    NAVY = [3]

    def shade(self):
        return f"dark {self.name.lower()}"

    @classmethod
    def favourite(cls):
        return cls.GREEN

    @staticmethod
    def count():
        return 5


print(Color, repr(Color), type(Color), EnumMeta is EnumType, Color.__doc__)
print(list(Color), list(reversed(Color)), len(Color), bool(Color))
print(Color.__members__, type(Color.__members__))
print(Color.RED, repr(Color.RED), f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED)
print(Color.RED.name, Color.RED.value, Color.CRIMSON.name, Color.CRIMSON is Color.RED)
print(Color(1), Color([3]), Color["CRIMSON"], Color(Color.GREEN), Color(value=2))
print(Color.RED.shade(), Color.favourite(), Color.RED.favourite(), Color.count())
print(1 in Color, [3] in Color, 7 in Color, Color.RED in Color, "RED" in Color, {} in Color)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != 1, Color.RED is Color(1))
print(hash(Color.RED) == hash("RED"), {Color.RED: "r"}[Color.CRIMSON])
print(isinstance(Color.RED, Color), issubclass(Color, Enum), type(Color.RED) is Color)
print(Color.RED.GREEN.RED, Color.RED.__objclass__, Color.RED._sort_order_, Color.BLUE._sort_order_)
print(vars(Color.RED))
print([name for name in dir(Color) if not name.startswith("_")], dir(Color.RED))
print(dir(Color))
print(Color._member_names_, Color._member_map_ == dict(Color.__members__), Color._value2member_map_)

fails(lambda: Color(9))
fails(lambda: Color(1, 2))
fails(lambda: Color([9]))
fails(lambda: Color["PINK"])
fails(lambda: Color.PINK)
fails(lambda: Color.value)
fails(lambda: Color.name)
fails(lambda: Color.RED.pink)
fails(lambda: Color.RED < Color.GREEN)
fails(lambda: Color())
fails(lambda: setattr(Color, "RED", 3))
fails(lambda: delattr(Color, "RED"))
fails(lambda: setattr(Color.RED, "value", 3))
fails(lambda: delattr(Color.RED, "name"))
Color.extra = 7
print(Color.extra, "extra" in Color.__members__)
del Color.extra
fails(lambda: Color.extra)


class Empty(Enum):
    def describe(self):
        return f"<<{self.name}>>"


fails(lambda: Empty(1))


class Full(Empty):
    ONE = 1


print(Full.ONE.describe(), Full.__mro__, Full.__doc__, list(Empty))


def extends():
    class More(Color):
        PINK = 5


def twice():
    class Twice(Enum):
        a = 1
        a = 2


def method_too():
    class Twice(Enum):
        def a(self):
            pass
        a = 2
        b = 3


def reserved():
    class Mro(Enum):
        mro = 1


fails(extends)
fails(twice)
try:
    method_too()
except TypeError as error:
    print(str(error).split(" <")[0])
fails(reserved)


class Truth(Enum):
    yes = True
    one = 1
    half = 0.5

    def __bool__(self):
        return self is Truth.half

    def __eq__(self, other):
        return NotImplemented


print(list(Truth), bool(Truth.yes), bool(Truth.half))
fails(lambda: hash(Truth.yes))
