# copy.copy
import copy
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# What is its own copy.
for value in (None, True, 5, 2.5, 1j, "text", b"bytes", (1, [2]), frozenset([1]), range(3), slice(1), ...,
              NotImplemented, int, type, len, [].append, lambda: 0, property(), (lambda: 0).__code__,
              type("C", (), {}), super(int, 5)):
    assert copy.copy(value) is value, value
print("atoms")

inner = [1]
for value in ([inner, 2], {"a": inner}, {1, 2}, bytearray(b"xy"), types.SimpleNamespace):
    other = copy.copy(value)
    print(type(other).__name__, other == value, other is value)
print(copy.copy([inner])[0] is inner, copy.copy({"a": inner})["a"] is inner)


class Plain:
    kind = "plain"

    def __init__(self):
        print("init")
        self.items = [1]


plain = Plain()
other = copy.copy(plain)
print(other is plain, other.items is plain.items, type(other).__name__, vars(other))
other.extra = 1
print(vars(plain))


# The class decides, not the object.
class Copying:
    def __copy__(self):
        return "copied by __copy__"


copying = Copying()
copying.__copy__ = lambda: "by the object"
print(copy.copy(copying), copy.copy([copying])[0] is copying)


class Meta(type):
    def __copy__(cls):
        return "copied class"


class WithMeta(metaclass=Meta):
    pass


print(copy.copy(WithMeta) is WithMeta)


class Disabled:
    __copy__ = None


print(type(copy.copy(Disabled())).__name__)

# Subclasses of built-in types keep their attributes.


class List(list):
    pass


class Dict(dict):
    pass


class Int(int):
    pass


class Str(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


class Tuple(tuple):
    pass


class Set(set):
    pass


for value in (List([1, inner]), Dict(a=inner), Int(5), Str("abc"), Tuple([1, inner]), Set([1])):
    value.note = inner
    other = copy.copy(value)
    print(type(other).__name__, other == value, other is value, other.note is inner, repr(other))

error = ValueError("bad", inner)
error.note = inner
other = copy.copy(error)
print(repr(other), other.args[1] is inner, other.note is inner, other is error)

# What can't be copied.
import sys
for value in (sys, (i for i in ()), sys._getframe(), vars(int), {}.keys(), staticmethod(len), classmethod(len)):
    attempt(lambda: copy.copy(value))
bound = plain.__init__
print(copy.copy(bound) is bound, copy.copy(bound) == bound, copy.copy(list[int]) == list[int])
print(copy.copy(str.join) is str.join)
print(copy.__all__, issubclass(copy.Error, Exception), copy.error is copy.Error)
print(copy.copy(x=[1]))
attempt(lambda: copy.copy())
