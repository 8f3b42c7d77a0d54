# Copies by reduction: __reduce__, __reduce_ex__, __getstate__ and its relatives, copyreg.
import copy
import copyreg


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Reduced:
    made = None

    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced.made

    def __repr__(self):
        return f"Reduced{vars(self)}"


inner = [1]
for made in ((int, ("7",)), (Reduced, (1, inner)), (Reduced, (), {"state": inner}), (Reduced, (), None),
             (Reduced, (), (None, {"slot": 5})), (Reduced, (), ({"a": 1}, {"slot": 5})), [Reduced, (2,)],
             (Reduced, (), (1, 2, 3)), (Reduced, (), 5), (len, ()), (list, 5), (Reduced,), (Reduced, (), 1, 2, 3, 4),
             5):
    Reduced.made = made
    attempt(lambda: copy.copy(Reduced("original")))
    attempt(lambda: copy.deepcopy(Reduced("original")))

Reduced.made = "a name"
value = Reduced("original")
print(copy.copy(value) is value, copy.deepcopy([value])[0] is value)
Reduced.made = (list, (), None, iter([1, inner]))
print(copy.copy(value)[1] is inner)
Reduced.made = (dict, (), None, None, iter([("a", inner)]))
other = copy.deepcopy(value)
print(other, other["a"] is inner)
Reduced.made = (Reduced, (), None, iter([1]))
attempt(lambda: copy.copy(value))


class Protocol:
    def __init__(self, *args):
        self.args = args

    def __reduce_ex__(self, protocol):
        return Protocol, ("protocol", protocol, inner)


print(copy.copy(Protocol()).args, copy.deepcopy(Protocol()).args[2] is inner)


# State.
class State:
    def __init__(self):
        self.kept, self.dropped = inner, "secret"

    def __getstate__(self):
        return {"kept": self.kept}


class Restored(State):
    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


print(vars(copy.copy(State())), vars(copy.deepcopy(Restored())), copy.copy(State()).kept is inner)


class Odd(Restored):
    def __getstate__(self):
        return [1, 2]

    def __setstate__(self, state):
        self.state = state


class Stateless(Odd):
    def __getstate__(self):
        return None


print(vars(copy.copy(Odd())), vars(copy.copy(Stateless())))


class Slots:
    __slots__ = ("a", "b", "__private")

    def __init__(self):
        self.a, self.__private = inner, "p"

    def show(self):
        return self.a, self.__private, hasattr(self, "b")


class MoreSlots(Slots):
    __slots__ = "c"


class Loose(MoreSlots):
    pass


for cls in Slots, MoreSlots, Loose:
    thing = cls()
    if cls is not Slots:
        thing.c = "c"
    if cls is Loose:
        thing.free = inner
    shallow, deep = copy.copy(thing), copy.deepcopy(thing)
    print(shallow.show(), shallow.a is inner, deep.a is inner, getattr(deep, "c", None), getattr(deep, "free", None))


# Arguments for __new__.
class New:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made_with = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, inner), {"key": inner}


class Positional(New):
    __getnewargs_ex__ = None

    def __getnewargs__(self):
        return 5, inner


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    def __getnewargs__(self):
        return tuple(self)


other = copy.deepcopy(New(0))
print(other.made_with, copy.copy(New(0)).made_with, copy.deepcopy(Point(1, [2])), type(copy.copy(Point(1, 2))).__name__)
Positional.__getnewargs_ex__ = New.__getnewargs_ex__
del Positional.__getnewargs_ex__, New.__getnewargs_ex__
print(copy.copy(Positional(0)).made_with)
for wrong in (5, [1]):
    Positional.__getnewargs__ = lambda self: wrong
    attempt(lambda: copy.copy(Positional()))


# copyreg's table comes after the methods for copying and before the ones for reduction.
class Registered(Protocol):
    pass


copyreg.pickle(Registered, lambda obj: (Registered, ("from the table",)))
print(copy.copy(Registered()).args, copy.deepcopy(Registered()).args)
Registered.__copy__ = lambda self: "from the class"
print(copy.copy(Registered()), copy.deepcopy(Registered()).args)
del copyreg.dispatch_table[Registered]
