# match: classes, mappings, dotted names, nested patterns.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED, GREEN = "red", "green"
class Circle:
    def __init__(self, center, radius): self.center, self.radius = center, radius


def look(thing):
    match thing:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on the y axis at {y}"
        case Point(x, 0): return f"on the x axis at {x}"
        case Circle(center=Point(a, b), radius=r) if r > 10: return f"big circle at {a},{b}"
        case Circle(radius=int(r) | float(r)): return f"circle {r}"
        case Point(): return "some point"
        case Color.RED: return "stop"
        case Color.GREEN | "yellow": return "go or wait"
        case {"kind": "user", "name": str(name), **rest}: return f"user {name} {rest}"
        case {"list": [first, *_], "n": 1 | 2 as n}: return f"list {first} {n}"
        case {}: return "some mapping"
        case bool(b): return f"bool {b}"
        case int(): return "int"
        case float(f): return f"float {f}"
        case (str(a) | int(a), list([b, c])): return f"pair {a} {b} {c}"
        case dict() | set(): return "never a dict here"
        case _: return "unknown"


for thing in [Point(0, 0), Point(0, 3), Point(4, 0), Point(5, 5), Circle(Point(1, 2), 11), Circle(None, 5), Circle(None, "x"), "red", "green",
              "yellow", "blue", {"kind": "user", "name": "Ann", "age": 3}, {"kind": "user", "name": 5}, {"list": [1, 2], "n": 2}, {}, True, 7, 1.5,
              ("a", [1, 2]), (1.5, [1, 2]), {1, 2}, object()]:
    print(look(thing))
class NoArgs: pass
class BadArgs:
    __match_args__ = "x"
for subject, which in [(NoArgs(), 1), (5, 2), (BadArgs(), 3)]:
    try:
        match subject:
            case NoArgs(1) if which == 1: pass
            case int(1, 2): pass
            case BadArgs(1): pass
            case NoArgs.missing: pass
    except (TypeError, AttributeError) as error:
        print(error)
class Seq(list): pass
match Seq([1, 2]):
    case [a, b]: print(a, b)
match {"a": 1, "b": {"c": [1, 2, {"d": "deep"}]}}:
    case {"b": {"c": [*_, {"d": value}]}}: print(value)
match {"x": None}:
    case {"x": None, "y": _}: print("never")
    case {"x": x}: print("x is", x)
