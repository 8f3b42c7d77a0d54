"""ForwardRef: construction, evaluation, scopes, equality, unions."""
import sys
from annotationlib import ForwardRef, Format, type_repr, annotations_to_string


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


module_name = "module"


class Owner[T]:
    inside = int
    module_name = "class"


ref = ForwardRef("inside")
print(ref, ref.__forward_arg__, ref.__forward_module__, ref.__forward_is_class__, ref.__forward_is_argument__, ForwardRef.__module__)
print(ForwardRef("x", module="m", is_class=True), ForwardRef("x", owner=Owner), str(ForwardRef("list['a']")))
for bad in (3, None, b"x"):
    attempt(ForwardRef, bad)
for source in ("1 +", "x y", "", "if"):
    attempt(ForwardRef(source).evaluate)
attempt(type, "Derived", (ForwardRef,), {})

print(ForwardRef("inside", owner=Owner).evaluate(), ForwardRef("module_name", owner=Owner).evaluate(), ForwardRef("T", owner=Owner).evaluate())
print(ForwardRef("module_name").evaluate(globals={"module_name": 1}), ForwardRef("x").evaluate(locals={"x": 2}), ForwardRef("x").evaluate(globals={"x": 1}, locals={"x": 2}))
print(ForwardRef("maxsize", module="sys").evaluate() == sys.maxsize, ForwardRef("int").evaluate(), ForwardRef("list[inside]").evaluate(locals=vars(Owner)))
print(ForwardRef("maxsize", owner=sys).evaluate() == sys.maxsize, ForwardRef("module_name", owner=attempt).evaluate())
print(ForwardRef("T | int").evaluate(type_params=Owner.__type_params__), ForwardRef("1 + 2").evaluate())
attempt(ForwardRef("nowhere").evaluate)
attempt(ForwardRef("nowhere.attribute").evaluate)
attempt(ForwardRef("int.attribute").evaluate)
try:
    ForwardRef("nowhere").evaluate()
except NameError as error:
    print(error.name)

print(ForwardRef("nowhere").evaluate(format=Format.FORWARDREF), ForwardRef("nowhere.x").evaluate(format=Format.FORWARDREF).__forward_arg__)
print(ForwardRef("list[nowhere]").evaluate(format=Format.FORWARDREF), ForwardRef("int").evaluate(format=Format.FORWARDREF))
print(ForwardRef("list[nowhere]").evaluate(format=Format.STRING), ForwardRef("1+2").evaluate(format=Format.STRING))
attempt(ForwardRef("x").evaluate, format=Format.VALUE_WITH_FAKE_GLOBALS)
attempt(ForwardRef("x").evaluate, format=9)

print(ref == ForwardRef("inside"), ref == ForwardRef("inside", module="m"), ref == ForwardRef("inside", owner=Owner), ref == "inside", ref != ForwardRef("other"))
print(hash(ref) == hash(ForwardRef("inside")), len({ref, ForwardRef("inside"), ForwardRef("other")}))
print(ref | int, int | ref, ref | "x", None | ref, ref | ForwardRef("y"), (ref | int).__args__[0] is ref)
attempt(ref)
attempt(lambda: ref.nothing)

for value in (int, Owner, "x", ..., None, attempt, len, list[int], 3, type(None), [].append, int | str, dict.fromkeys, Owner.__type_params__[0]):
    print(type_repr(value), end="; ")
print()
print(annotations_to_string({"a": int, "b": "x", "c": None, "d": 3, "e": list[int], "f": ...}))
