# Instances of namedtuple classes: construction, fields, methods, comparison, subclasses, patterns.
from collections import namedtuple


def attempt(text, scope=None):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


Point = namedtuple("Point", "x y z", defaults=(7, 8))
Pair = namedtuple("Pair", "a b")
Empty = namedtuple("Empty", "")

for text in ("Point(1)", "Point(1, 2)", "Point(z=3, x=1)", "Point(*'abc')", "Point(**{'x': 1})", "Point()",
             "Point(1, 2, 3, 4)",
             "Point(1, x=2)", "Point(1, w=3)", "Pair()", "Pair(1)", "Pair(b=1)", "Empty()", "Empty(1)",
             "Point._make('abc')", "Point._make(range(3))", "Point._make([1])", "Point._make([1, 2, 3, 4])",
             "Point._make(3)",
             "Point(1)._replace(x=5)", "Point(1)._replace(z=0, y=1)", "Point(1)._replace()", "Point(1)._replace(w=1)",
             "Point(1)._replace(w=1, v=2, x=3)", "Point(1)._replace(1)", "Point(1).__replace__(y=0)",
             "Point(1)._asdict()",
             "type(Point(1)._asdict())", "Point(1)._asdict(1)", "Empty()._asdict()", "Point(1)._fields",
             "Point(1)._field_defaults",
             "Point(1).__getnewargs__()", "type(Point(1).__getnewargs__())"):
    attempt(text)

# A tuple in everything else
p = Point(1, 2, 3)
for text in ("p.x, p.y, p.z", "p[0], p[-1], p[:2]", "type(p[:2])", "len(p), 2 in p, [*p]", "p == (1, 2, 3)",
             "hash(p) == hash((1, 2, 3))",
             "p < Point(1, 3, 0)", "p + (4,)", "p * 2", "p.index(3), p.count(1)", "max(p)", "p.w",
             "repr(p), str(p), f'{p}'",
             "'%s %s %s' % p", "getattr(p, 'y')", "isinstance(p, tuple)", "{p: 1}[1, 2, 3]"):
    attempt(text)
x, y, z = p
print(x, y, z)

for change in ("p.x = 1", "del p.x", "p.new = 1", "p._fields = ()", "p[0] = 1"):
    try:
        exec(change)
    except Exception as error:
        print(change, "!!", type(error).__name__, error)

# Fields are descriptors
for text in ("Point.x.__get__(Point(4))", "Point.x.__get__(None, Point) is Point.x", "Point.y.__get__((1, 2))",
             "Point.x.__get__(())",
             "Point.x.__get__(5)", "Point.x.__get__(None)"):
    attempt(text)


# Subclasses
class Vector(Point):
    __slots__ = ()

    @property
    def total(self):
        return sum(self)

    def __repr__(self):
        return "Vector:" + super().__repr__()


class Open(Pair):
    pass


class Fixed(Point):
    def __new__(cls, a):
        return super().__new__(cls, a, a, a)


class ByName(Pair):
    def __getitem__(self, key):
        return getattr(self, key)


v = Vector(1)
print(v, v.total, v._replace(x=2), type(v._replace(x=2)), Vector._make("abc"), hasattr(v, "__dict__"))
o = Open(1, 2)
o.more = 3
print(o, o.__dict__, o._asdict())
print(Fixed(4), Fixed(4)._replace(x=5), ByName(1, 2)["b"])
Extended = namedtuple("Extended", Point._fields + ("w",))
print(Extended(1, 2, 3, 4))

match p:
    case Point(1, second, z=third):
        print("matched", second, third)

inner = Pair([], None)
inner.a.append(inner)
print(inner)
print(sorted([Pair(2, "a"), Pair(1, "z"), Pair(1, "b")]), max([Pair(1, 2), Pair(3, 0)], key=lambda pair: pair.b))
Odd = namedtuple("Odd", "self cls args kwds iterable tuple new len values _cls", rename=True)
odd = Odd(*range(10))
print(odd, odd._replace(self=-1, cls=-2, kwds=-3))
