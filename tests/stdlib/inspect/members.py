# Attributes: all of them, without running anything, by class, and what is written about them.
import inspect
import sys
import types
from inspect import getattr_static, getmembers, getmembers_static


class Meta(type):
    shared = 1

    @property
    def computed(cls): return 5


class Base(metaclass=Meta):
    """Of the base."""

    number = 1

    def method(self):
        """Does it.

            indented
        more
        """

    @classmethod
    def made(cls):
        """Makes one."""

    @staticmethod
    def free():
        """Free."""

    prop = property(lambda self: 3, doc="A property.")
    late = types.DynamicClassAttribute(lambda self: 9)


class Holder: pass


holder = Holder()
holder.b, holder.a = 1, 2


class Sub(Base):
    __slots__ = ("slot",)
    text = "y"

    def method(self): pass

    @classmethod
    def made(cls): pass

    @staticmethod
    def free(): pass

    @property
    def prop(self): pass

    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


def public(pairs):
    return [name for name, value in pairs if not name.startswith("__")]


print(public(getmembers(Sub)), public(getmembers(Sub())), public(getmembers_static(Sub())), sep="\n")
print(public(getmembers(Sub, inspect.isfunction)), public(getmembers(Sub, lambda value: value == 1)))
print([pair for pair in getmembers(holder) if not pair[0].startswith("__")])
for attribute in inspect.classify_class_attrs(Sub):
    if not attribute.name.startswith("__"):
        print(attribute.name, attribute.kind, attribute.defining_class.__name__)
print({a.name: a.kind for a in inspect.classify_class_attrs(dict) if a.name in ("get", "fromkeys", "__new__", "__hash__", "__doc__", "__init__")})

print("static")


def static(obj, name, *default):
    try:
        found = getattr_static(obj, name, *default)
        print(name, type(found).__name__, found if isinstance(found, (int, str)) else "")
    except AttributeError as error:
        print(name, "AttributeError", error)


instance = Sub()
for name in ("slot", "prop", "number", "method", "made", "free", "late", "nope", "__class__", "__dict__"):
    static(instance, name)
    static(Sub, name)
static(instance, "nope", 3)
for name in ("computed", "shared", "__name__", "__mro__", "mro"):
    static(Base, name)
static(sys, "path")
static(3, "real")


class Shadowing:
    value = property(lambda self: 1)
    method = staticmethod(len)


shadowing = Shadowing()
shadowing.__dict__.update(value=5, method=6, own=7)
for name in ("value", "method", "own"):
    static(shadowing, name)


class Lying:
    @property
    def __dict__(self): return {"a": 1}

    @property
    def __class__(self): return int


static(Lying(), "a")
static(Lying(), "__class__")


class Loud:
    def __getattribute__(self, name):
        raise RuntimeError("asked for " + name)


loud = Loud()
object.__setattr__(loud, "quiet", 1)
static(loud, "quiet")

print("docs")
for thing in (Sub, Sub.method, Sub().method, Sub.made, Sub().made, Sub.free, Sub.prop, Base.prop, Sub(), types.SimpleNamespace(__doc__=3)):
    print(repr(inspect.getdoc(thing)))
for text in ("", "  x", "\n\n  a\n    b\n\n  c\n\n", "a\tb\n\tq\n\t\tz", "  x\n  y  \n z", "one\n\n\n", "\n", "a\n \n  b"):
    print(repr(inspect.cleandoc(text)))

print("trees")
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass


def names(tree):
    return [names(item) if isinstance(item, list) else (item[0].__name__, [base.__name__ for base in item[1]]) for item in tree]


print(names(inspect.getclasstree([D, B, C, A])))
print(names(inspect.getclasstree([D, B, C, A], unique=True)))
print(names(inspect.getclasstree([D])), names(inspect.getclasstree([object])))
