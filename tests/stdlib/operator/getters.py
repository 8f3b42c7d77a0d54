# itemgetter, attrgetter, methodcaller.
import copy
from operator import attrgetter, itemgetter, methodcaller


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.inner = self

    def move(self, dx, dy=0, *, factor=1):
        return self.x + dx * factor, self.y + dy * factor

    def __getattr__(self, name):
        if name.startswith("made"):
            return name.upper()
        raise AttributeError(name)


point = Point(1, 2)
print(itemgetter(1)("abc"), itemgetter(-1, 0)([1, 2, 3]), itemgetter(slice(1, 3))("abcd"), itemgetter("k")({"k": 5}))
print(itemgetter(0, 0, 0)("z"), itemgetter((1, 2))({(1, 2): "tuple"}), itemgetter(None)({None: 0}))
print(attrgetter("x")(point), attrgetter("x", "y")(point), attrgetter("inner.inner.y")(point))
print(attrgetter("inner.x", "y", "real")(Point(1, 2)) if hasattr(point, "real") else attrgetter("x.real", "y")(point))
print(attrgetter("made_here")(point), attrgetter("__class__.__name__")(point))
print(methodcaller("move", 3)(point), methodcaller("move", 1, dy=2, factor=10)(point), methodcaller("upper")("up"))
print(methodcaller("replace", "a", "b", 1)("aaa"), methodcaller("x.y").__class__.__name__)

# repr
print(itemgetter(1), itemgetter("a", None, slice(2)), attrgetter("a.b"), attrgetter("a", "b.c"))
print(methodcaller("m"), methodcaller("m", 1, "x"), methodcaller("m", k=[1]), methodcaller("m", {}, self=1, name=2))
loop = []
loop.append(itemgetter(loop))
print(loop[0], repr(loop))

# Equality is identity; copies do the same work.
for getter, data in ((itemgetter(1), "ab"), (itemgetter(1, 0), "ab"), (attrgetter("real", "imag"), 3),
                     (attrgetter("real.imag"), 3), (methodcaller("zfill", 3), "7")):
    other = copy.copy(getter)
    deep = copy.deepcopy(getter)
    print(getter == getter, other == getter, type(other) is type(getter), other(data), deep(data), repr(deep))
print(len({itemgetter(1), itemgetter(1)}), itemgetter(1).__reduce__()[1], attrgetter("a.b", "c").__reduce__()[1])
print(methodcaller("m").__reduce__()[1], methodcaller("m", 1, 2).__reduce__()[1])

# Errors
attempt(itemgetter)
attempt(lambda: itemgetter(key=1))
attempt(attrgetter)
attempt(attrgetter, 5)
attempt(attrgetter, "a", None)
attempt(lambda: attrgetter(attr="a"))
attempt(methodcaller)
attempt(methodcaller, 5)
attempt(lambda: methodcaller(name="m"))
attempt(itemgetter(5), [1])
attempt(itemgetter("a"), {})
attempt(itemgetter(0), 5)
attempt(itemgetter(0, 9), "ab")
attempt(attrgetter("missing"), 5)
attempt(attrgetter("real.missing"), 5)
attempt(attrgetter(""), 5)
attempt(attrgetter("x", "nothing"), point)
attempt(methodcaller("nothing"), 5)
attempt(methodcaller("move"), point)
attempt(methodcaller("x"), point)
for base in itemgetter, attrgetter, methodcaller:
    attempt(type, "Sub", (base,), {})


class Text(str):
    pass


print(attrgetter(Text("real"))(5), repr(attrgetter(Text("a.b"))))
