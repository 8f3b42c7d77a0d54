"""get_annotations and the functions around it, for classes, functions, modules and other objects."""
import sys
from annotationlib import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Base:
    a: int = 1
    b: "str"


class Derived(Base):
    c: "list[Base]"


class Empty(Base):
    pass


def function(x: int, *args: "str", y: "Base" = None, **kwargs) -> "Derived": ...


print(get_annotations(Base), get_annotations(Derived), get_annotations(Empty), get_annotations(function))
print(get_annotations(Base, eval_str=True), get_annotations(Derived, eval_str=True), get_annotations(function, eval_str=True))
print(get_annotations(function, eval_str=True, globals={"str": 1, "Base": 2, "Derived": 3}), get_annotations(Base, eval_str=True, locals={"str": 9}))
print(get_annotations(len), get_annotations(int), get_annotations(sys), get_annotations(lambda: 0), get_annotations(print, format=Format.STRING))
for bad in (3, "x", None, [], object()):
    try:
        get_annotations(bad)
    except TypeError as error:
        print("TypeError", str(error).split(" at ")[0][:20])
attempt(get_annotations, Base, eval_str=True, format=Format.STRING)
attempt(get_annotations, function, format=7)
found = get_annotations(Base)
found["z"] = 1
print(get_annotations(Base))


class Odd:
    __annotations__ = {"plain": 1}


class Wrong:
    __annotations__ = 3


class Instance:
    def __init__(self, annotations):
        self.__annotations__ = annotations


print(get_annotations(Odd), get_annotations(Odd, format=Format.STRING), get_annotations(Odd, format=Format.FORWARDREF), get_annotations(Instance({"i": int})))
attempt(get_annotations, Instance({"i": "int"}), format=Format.STRING)


def wrapped(a: "Base"): ...
def wrapper(*args): ...
wrapper.__wrapped__, wrapper.__annotations__ = wrapped, {"a": "Base"}
print(get_annotations(wrapper, eval_str=True))
function.__annotations__ = {"new": "int"}
print(get_annotations(function), get_annotations(function, eval_str=True), get_annotations(function, format=Format.STRING))
wrapped.__annotate__ = lambda format: {"given": int(format)}
print(get_annotations(wrapped), get_annotations(wrapped, format=Format.FORWARDREF), get_annotations(wrapped, format=Format.STRING))


class Meta(type):
    def __new__(meta, name, bases, namespace):
        annotate = get_annotate_from_class_namespace(namespace)
        if annotate is not None:
            print(name, call_annotate_function(annotate, Format.STRING), call_annotate_function(annotate, Format.FORWARDREF))
        else:
            print(name, annotate)
        return super().__new__(meta, name, bases, namespace)


class WithFields(metaclass=Meta):
    x: int
    y: undefined


class Without(metaclass=Meta):
    pass


print(get_annotate_from_class_namespace({"__annotate__": 1}), get_annotate_from_class_namespace({}))


def typed[T, *Ts, **P](a: T, b: "T", *args: *Ts, c: "P" = 0) -> list[T]: ...


class Generic[T]:
    x: T
    y: "list[T]"


print(get_annotations(typed), get_annotations(Generic), get_annotations(Generic, eval_str=True))
print(get_annotations(typed, format=Format.STRING), get_annotations(Generic, format=Format.STRING))
print(get_annotations(typed, eval_str=True)["b"])
