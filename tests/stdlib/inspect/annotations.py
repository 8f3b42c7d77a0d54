# Annotations in signatures: as they are, evaluated, in other formats.
import inspect
from annotationlib import Format
from inspect import get_annotations, signature


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def text(a: "int", b: "list[str]" = None, *c: "NotThere") -> "Local": pass
def plain(a: int, b: list[str] = None) -> None: pass
def late(a: NotYet, b: int) -> list[NotYet]: pass


class Local:
    value: int
    other: "str"

    def method(self, x: "Local") -> "int": pass


for function in (text, plain, Local.method):
    print(signature(function))
    attempt(lambda: signature(function, eval_str=True))
attempt(lambda: signature(text, eval_str=True, globals={"NotThere": float, "Local": Local}))
attempt(lambda: signature(text, eval_str=True, locals={"NotThere": float}))
attempt(lambda: signature(late))
print(signature(late, annotation_format=Format.STRING))
print(signature(late, annotation_format=Format.STRING).format(quote_annotation_strings=False))
print(signature(late, annotation_format=Format.FORWARDREF).parameters["b"])
print(signature(plain, annotation_format=Format.STRING))
print(get_annotations(text), get_annotations(Local), get_annotations(plain), sep="\n")
attempt(lambda: get_annotations(Local, eval_str=True))
attempt(lambda: get_annotations(text, eval_str=True))
attempt(lambda: get_annotations(late))
print(get_annotations(late, format=Format.STRING))
attempt(lambda: get_annotations(3))
print(inspect.getfullargspec(text).annotations)
print(signature(Local.method).parameters["x"].annotation, signature(Local.method).return_annotation)
NotYet = str
print(signature(late))


class WithGlobals:
    def __call__(self, a: "float"): pass


print(signature(WithGlobals(), eval_str=True), signature(type("Made", (), {"__init__": text}), eval_str=False))
