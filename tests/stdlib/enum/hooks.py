# What classes and members can define themselves: missing values, properties, naming, subclass hooks, metaclasses.
import enum
from enum import Enum, EnumDict, EnumType, auto


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}", "|", repr(error.__context__), error.__suppress_context__)


class Forgiving(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "broken":
            raise ZeroDivisionError("broken")
        if value == "mine":
            raise ValueError("mine")
        return cls.A if value == "a" else None


print(Forgiving("a"), "a" in Forgiving)
for value in ("bad", "broken", "mine", "other"):
    fails(lambda: Forgiving(value))


class Base(Enum):
    @enum.property
    def kind(self):
        return "kind of " + self.name

    @kind.setter
    def kind(self, value):
        self.set_to = value

    @enum.property
    def fixed(self):
        return 3


class Thing(Base):
    kind = 1
    other = 2


print(repr(Thing.kind), Thing.kind.kind, Thing.other.kind, list(Thing), Thing.kind.value)
Thing.other.kind = 9
print(Thing.other.set_to, Thing.other.fixed)
fails(lambda: Thing.fixed)
fails(lambda: setattr(Thing.other, "fixed", 3))
fails(lambda: delattr(Thing.other, "fixed"))


class Shadowing(Enum):
    name = "n"
    value = "v"


class Attribute:
    x = 5

    @property
    def y(self):
        return "mixin"


class Shadowed(Attribute, Enum):
    x = 1
    y = 2


class Real(int, Enum):
    real = 7
    imag = 8


print(Shadowing.name, Shadowing.name.name, Shadowing.value.value, list(Shadowing))
print(repr(Shadowed.x), repr(Shadowed.y), Shadowed.x.y, Attribute.x, repr(Real.real), Real.imag.real)


class Told:
    def __set_name__(self, owner, name):
        print("told", name, list(owner.__members__))

    def __get__(self, instance, owner):
        return "got"


class Sequence(Enum):
    first = Told()
    a = 1
    second = Told()
    b = 2


print(Sequence.first, list(Sequence))


class Registered(Enum):
    def __init_subclass__(cls, /, label=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print("subclass", cls.__name__, label, list(cls))


class Child(Registered, label="child"):
    a = 1


class Loud(EnumType):
    @classmethod
    def __prepare__(metacls, name, bases, **options):
        namespace = super().__prepare__(name, bases, **options)
        if bases and namespace._cls_name == "Prepared":
            namespace["injected"] = 100
        return namespace

    def __new__(metacls, name, bases, namespace, **options):
        made = super().__new__(metacls, name, bases, namespace, **options)
        made.loud = [item.name.upper() for item in made]
        return made

    def __getitem__(cls, name):
        return super().__getitem__(name.lower())


class Prepared(Enum, metaclass=Loud):
    a = auto()


print(list(Prepared), Prepared.loud, Prepared["A"], type(Prepared))

space = EnumDict("Space")
space["a"] = 1
space.update({"b": 2}, c=3)
space.update([("d", 4)])
space["_Space__hidden"] = 5
space["f"] = lambda self: self
print(space.member_names, type(EnumDict.__mro__[1]), sorted(space)[:3])
fails(lambda: space.update(a=2))
fails(lambda: space.__setitem__("_odd_", 1))
print(list(EnumType("Space", (Enum,), space)))


class Callable(Enum):
    add = 1

    def __call__(self, other):
        return self.value + other

    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "R"

    def __dir__(self):
        return ["own"]


print(Callable.add(4), f"{Callable.add:abc}", [Callable.add], dir(Callable.add))


class Overridden(Enum):
    @property
    def value(self):
        return "v" + str(self._value_)

    a = 1


print(Overridden.a.value, repr(Overridden.a), Overridden(1))
