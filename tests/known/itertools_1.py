# Built-in iterators: those of CPython that can be reduced (and so copied), and subclasses whose initialiser takes keywords.
for it in [filter(None, [0, 1, 2]), map(abs, [-1, -2]), zip([1, 2], "ab"), enumerate("ab", 3), reversed([1, 2]), iter([1, 2]),
           iter((1, 2)), iter("ab"), iter(range(3)), iter({1: 2}), iter({1})]:
    kind = type(it).__name__
    try:
        function, arguments, *state = it.__reduce__()
        print(kind, function.__name__, [list(a) if hasattr(a, "__next__") else a for a in arguments], state)
    except TypeError as error:
        print(kind, error)


class Kept(filter):
    def __init__(self, *args, newarg=None):
        self.newarg = newarg


class Mapped(map):
    def __init__(self, *args, newarg=None):
        self.newarg = newarg


for cls in Kept, Mapped:
    try:
        made = cls(None if cls is Kept else abs, [0, -1], newarg=3)
        print(cls.__name__, made.newarg, list(made))
    except TypeError as error:
        print(error)
