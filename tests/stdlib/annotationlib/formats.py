"""The formats VALUE, FORWARDREF and STRING for functions, classes, type parameters and aliases."""
from annotationlib import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def shown(value):
    """Annotations without the owners of their references, whose texts have addresses."""
    if isinstance(value, ForwardRef):
        return "<" + value.evaluate(format=Format.STRING) + ">", value.__forward_arg__
    if isinstance(value, dict):
        return {key: shown(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    return [shown(item) for item in value.__args__] if hasattr(value, "__args__") else "{...}" if isinstance(value, set) else value


def function(a: int, b: missing, c: list[missing] | None, d: missing.attribute[1:2, ...], *args: *missing, e: "text" = 1, **kw: dict[str, int]) -> None: ...


class Class:
    Inner = bytes
    a: Inner
    b: missing
    c: "Class"


def operators(
    a: x | y, b: x + 1, c: (x + 1) * 2, d: x ** -y, e: -(x + y), f: x[y][z], g: x(1, "a", k=y), h: [x, 1, None], i: (x, y), j: {1: x}, k: {x},
    l: x @ y // z % 2, m: ~x & y ^ z, n: x << 2 >> y, o: x < y, p: x == 3, q: x != y, r: int | x, s: 2 * x - y, t: x - (y - z), u: x.y.z,
    v: x[1, 2], w: x[()], x1: x[1:2], x2: x[::y], x3: x["s"], x4: x[int | None], x5: x[...], x6: x[(y,)], x7: x[-1], x8: 1.5, x9: x[{"a": y}],
): ...


for target in (function, Class, operators):
    print(target.__name__)
    for name, text in get_annotations(target, format=Format.STRING).items():
        print("  ", name, text)
    print(shown(get_annotations(target, format=Format.FORWARDREF)))
attempt(get_annotations, function)
attempt(get_annotations, Class)
print(get_annotations(Class, format=Format.FORWARDREF))


def closures():
    class Local: ...

    def uses(a: Local, b: later, c: Local | later): ...
    print(get_annotations(uses, format=Format.STRING))
    found = get_annotations(uses, format=Format.FORWARDREF)
    print(found["a"] is Local, found["b"].__forward_arg__, type(found["c"]).__name__)
    later = int
    print(found["b"].evaluate(), get_annotations(uses)["b"], found["c"].evaluate() == Local | int)


closures()


def partial(a: int.nothing, b: list[int], c: 1 + int, d: [int.nothing, int], e: range[1]): ...


print(shown(get_annotations(partial, format=Format.FORWARDREF)))
print(get_annotations(partial, format=Format.STRING))

missing = str
print(get_annotations(Class, format=Format.VALUE), get_annotations(Class, format=Format.FORWARDREF))
attempt(get_annotations, function)
print(shown(get_annotations(function, format=Format.FORWARDREF)))

type Alias = list[absent]
type Known = dict[str, int]


def written(format, /):
    """An annotate function as a person would write it."""
    if format == Format.VALUE:
        return {"x": int, "y": [1]}
    raise NotImplementedError(format)


for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):
    print(call_annotate_function(written, format))
for format in (Format.VALUE_WITH_FAKE_GLOBALS, 9):
    attempt(call_annotate_function, written, format)
    attempt(get_annotations, function, format=format)
attempt(call_annotate_function, lambda format: {"f": int(format)}, Format.STRING)


def only_forward(format, /):
    if format == Format.FORWARDREF:
        return {"x": str}
    raise NotImplementedError(format)


print(call_annotate_function(only_forward, Format.FORWARDREF))
attempt(call_annotate_function, only_forward, Format.VALUE)
print(list(Format), Format.STRING == 4, Format(1), Format.FORWARDREF.name)
