# Classes, instances, attributes.
class Point:
    """A point."""
    origin = (0, 0)

    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def shifted(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, y=2)
print(p, p.shifted(dy=5), Point.shifted(p, 1), p.origin, Point.origin)
p.origin = "own"
Point.extra = "late"
print(p.origin, Point.origin, p.extra, vars(p), Point.__doc__, Point.__name__)
print(isinstance(p, Point), type(p) is Point, p.__class__, hasattr(p, "z"), getattr(p, "z", "default"))
setattr(p, "z", 3)
print(p.z, p.__dict__)
delattr(p, "z")
for what in [lambda: p.z, lambda: Point.nothing, lambda: Point(), lambda: setattr(5, "a", 1), lambda: (5).x]:
    try:
        what()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Empty: pass
e = Empty()
e.anything = 1
print(e.anything, Empty() == Empty(), e == e, e != e, len({Empty(), Empty()}), str(Empty)[:8])
class Init:
    def __init__(self): return 5
try:
    Init()
except TypeError as error:
    print(error)
p.__dict__["via"] = "dict"
print(p.via, Point.__module__, Point.__qualname__, Point.__bases__, Point.__mro__)
p.__class__ = Empty
print(type(p).__name__, p.x)
