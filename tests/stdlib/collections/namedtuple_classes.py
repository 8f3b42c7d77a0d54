# The classes that namedtuple makes: ways to name fields, rename, defaults, module, and what each refusal says.
from collections import namedtuple


def make(*args, **kwds):
    try:
        made = namedtuple(*args, **kwds)
    except Exception as error:
        print(f"{args} {kwds}: {type(error).__name__}: {error}")
    else:
        print(f"{made.__name__} {made._fields} {made._field_defaults} {made.__module__} {made.__doc__}")


# Field names
make("Point", "x y")
make("Point", "x, y")
make("Point", "x  ,y,")
make("Point", ["x", "y"])
make("Point", iter("xy"))
make("Point", {"x": 1, "y": 2})
make("Point", "")
make("Point", ())
make("One", "a")
make("Größe", "höhe breite")
make("Soft", "match case type")
make("Methods", "count index")

# Refusals
make("Point", "x x")
make("Point", "_x")
make("Point", "class")
make("Point", "None True")
make("Point", "1a")
make("Point", ["a b"])
make("Point", [""])
make("Point", ["a", 1])
make("1P", "a")
make("class", "a")
make(3, "a")
make("Point", 3)
make("Point", None)
make("Point")
make("Point", "a", "b")
make("Point", "a", verbose=True)

# rename
make("Record", "a b a _x class 1 b", rename=True)
make("Record", ["def", "_0", "", "ok"], rename=True)
make("Record", "_0 _1", rename=True)

# defaults
make("Account", "type balance", defaults=[0])
make("Account", "type balance", defaults=("x", 0))
make("Account", "type balance", defaults=())
make("Account", "type balance", defaults=None)
make("Account", "type balance", defaults=iter("q"))
make("Account", "type balance", defaults=(1, 2, 3))
make("Account", "type balance", defaults=3)

# module
make("Elsewhere", "a", module="far.away")
make("Here", "a", module=None)


class Holder:
    Inner = namedtuple("Inner", "a b")


def local():
    return namedtuple("Local", "a")


print(Holder.Inner, local(), Holder.Inner.__qualname__)

# What the class looks like
Point = namedtuple("Point", "x y z", defaults=(7, 8))
print(Point, Point.__bases__, Point.__slots__, Point.__match_args__, Point.__mro__)
print(sorted(name for name in vars(Point) if name not in ("__dict__", "__weakref__", "__firstlineno__",
                                                          "__static_attributes__")))
print(Point.__new__.__name__, Point.__new__.__qualname__, Point.__new__.__module__, Point.__new__.__defaults__)
print(Point.__new__.__code__.co_varnames, Point._make.__qualname__, Point._replace.__qualname__,
      Point.__repr__.__qualname__)
print(Point.__replace__ is Point._replace, Point._make.__self__ is Point, Point[int])
print(namedtuple.__module__, namedtuple("E", "a", defaults=()).__new__.__defaults__,
      namedtuple("E", "a").__new__.__defaults__)
print(Point.x, Point.y.__doc__, type(Point.z), Point.x.__reduce__())
Point.x.__doc__ = "the first coordinate"
print(Point.x, Point.x.__doc__, namedtuple("Other", "x").x.__doc__)
Point.__doc__ += ": a place"
print(Point.__doc__)
many = namedtuple("Many", [f"f{i}" for i in range(300)])
print(many(*range(300)).f299, len(many._fields))
