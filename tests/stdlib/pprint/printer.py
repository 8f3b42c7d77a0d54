# PrettyPrinter: streams, overriding format(), recursion, what is readable.
import pprint
from pprint import PrettyPrinter, isreadable, isrecursive, saferepr


class Stream:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


out = Stream()
printer = PrettyPrinter(indent=2, width=30, stream=out)
printer.pprint(["a" * 20, {"b": "c" * 20}])
printer.pprint(5)
print(out.text, end="")
pprint.pprint([1, 2], out)
pprint.pp({"b": 1, "a": 2}, out, width=5)
print(repr(out.text[-30:]))
print(printer.pformat({"x": [1, 2, 3] * 6}))

# A container that holds itself.
ring = [1]
ring.append(ring)
loop = {"self": None, "ring": ring}
loop["self"] = loop
for value in (ring, loop, [1, 2], {"a": {"b": ()}}, object, object(), print, [object()]):
    print(isreadable(value), isrecursive(value), printer.isreadable(value), printer.isrecursive(value))
print(saferepr(ring) == f"[1, <Recursion on list with id={id(ring)}>]")
print(saferepr(loop).count("Recursion on dict"), saferepr((1,)), saferepr({"b": 1, "a": [2]}), saferepr("x" * 100) == repr("x" * 100))
text = PrettyPrinter(width=1).pformat(ring)
print(text.replace(str(id(ring)), "ID"))


class Hex(PrettyPrinter):
    """Shows integers in hexadecimal and cuts long strings, wherever they stand."""

    def format(self, object, context, maxlevels, level):
        if isinstance(object, int) and not isinstance(object, bool):
            return hex(object), True, False
        if isinstance(object, str) and len(object) > 10:
            return repr(object[:8] + ".."), False, False
        return super().format(object, context, maxlevels, level)


Hex().pprint([1, 255, {"n": 16, "t": "a text that is too long"}, (True, 4096)])
Hex(width=20).pprint([1, 255, {"n": 16, "t": "a text"}, (True, 4096)])
print(Hex().isreadable([1]), Hex().isreadable(["a text that is too long"]), Hex().isrecursive([]))
print(PrettyPrinter(depth=2).format([[[1]]], {}, 2, 0), PrettyPrinter().format({1: 2}, {}, 0, 0))
print(PrettyPrinter(depth=1).pformat([[], [1], {}, {1: 1}, (), (1,)]))


class Broken:
    def __repr__(self):
        raise ValueError("no text")


try:
    pprint.pformat([Broken()])
except ValueError as error:
    print(error)
for call in (lambda: pprint.pprint(), lambda: PrettyPrinter(1, 2, 3, out, True), lambda: pprint.pformat(1, stream=out)):
    try:
        call()
    except TypeError as error:
        print(error)
