# dumps and dump: layouts, keys, subclasses, mistakes.
import json

data = {"name": "é\u2028\U0001F600", "list": [1, -2.5, True, None, [], {}], "esc": "\"\\/\b\f\n\r\t\x00\x1f\x7f", 1: 2, 2.5: 3, None: 4, False: 5}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
for indent in (0, -1, "", "\t", "--", True):
    print(repr(json.dumps([1, [2, {"a": 3}], [], {}], indent=indent)))
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps({"a": [1]}, indent=1, separators=(" ;", " = ")))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=1))
print(json.dumps({b"x": 1, "y": 2, (1,): 3}, skipkeys=True), json.dumps({b"x": 1}, skipkeys=True, indent=2))
print(json.dumps(1.0), json.dumps(1e100), json.dumps(-0.0), json.dumps(10 ** 25), json.dumps("x"), json.dumps(()), json.dumps((1, (2,))))
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.dumps({float("inf"): 1}))


class Count(int):
    def __repr__(self):
        return "count"


class Share(float):
    def __repr__(self):
        return "share"


class Name(str):
    def __str__(self):
        return "name"


class Row(list):
    pass


class Table(dict):
    pass


class Other:
    pass


print(json.dumps([Count(3), Share(0.5), Name("n"), Row([1]), Table(a=1), {Count(1): 1, Name("k"): 2, Share(1.5): 3}]))


def attempt(value, **settings):
    try:
        print(json.dumps(value, **settings))
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", []))


ring = []
ring.append({"x": ring})
attempt(ring)
attempt(Other())
attempt([1, {"a": (Other(),)}])
attempt({"t": Table(r=Row([{1, 2}]))})
attempt({(1, 2): 3})
attempt([{b"k": 1}], indent=1)
attempt(float("nan"), allow_nan=False)
attempt([{"k": -float("inf")}], allow_nan=False)
attempt({float("inf"): 1}, allow_nan=False)
attempt({"b": 1, 2: 3}, sort_keys=True)
attempt([Other()], default=lambda value: value)
attempt([Other()], default=lambda value: [value])
attempt([Other()], default=lambda value: 1 / 0)
attempt([Other(), {1, 2}], default=lambda value: sorted(value) if isinstance(value, set) else type(value).__name__)
attempt(1, unknown=2)
attempt([1], indent=1.5)
attempt([1], separators=5)


class File:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


out = File()
json.dump([1, "a", {"b": [None, 2.5, {}], "c": []}, []], out)
print(out.pieces)
out = File()
json.dump({"a": [1, {}], "b": 2}, out, indent=2, sort_keys=True)
print(out.pieces)
out = File()
try:
    json.dump([1, Other()], out)
except TypeError as error:
    print(out.pieces, error, error.__notes__)
print(json.loads(json.dumps(data))["name"] == data["name"])
