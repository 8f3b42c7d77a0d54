# Layout of plain containers: width, indent, depth, compact, sorting.
import pprint
from pprint import pformat, pp

data = {"name": "acli", "tags": ["async", "python", "rust"], "numbers": list(range(25)),
        "nested": {"a": {"b": {"c": {"d": [1, 2, (3, 4)]}}}, "z": (), "e": {}}, 10: None, 2: 1.5}
pprint.pprint(data)
for width in (1, 20, 40, 200):
    pprint.pprint(data, width=width)
for depth in (1, 2, 3):
    pprint.pprint(data, depth=depth)
pprint.pprint(data, indent=4, width=40)
# Positional: stream, indent, width.
pprint.pprint(data, None, 0, 40)
pprint.pprint(data, width=40, compact=True)
pprint.pprint(data, width=40, compact=True, indent=3)
pp(data, width=60)
pp([{"b": 1, "a": 2}], sort_dicts=True)
print(pformat((1,)), pformat((1,), width=1), pformat([]), pformat(()), pformat({}), pformat(set()), pformat(frozenset()))
print(pformat(({"key": "a long value " * 3},), width=30))
print(pformat({"k" * 30: ["v" * 30, "w" * 30]}, width=40))
print(pformat({3, 1, 2}), pformat(frozenset("hello"), width=9), pformat({1, "a", None, (1, 2)}, width=8) != "")
print(pformat({"abc": 1, "abd": {4, 2, 3}}, width=10))
print(pformat(frozenset(range(30)), width=30, compact=True))
print(pformat(list(range(20)), width=1, compact=True))
print(pformat([[["x" * 10] * 3] * 2] * 2, width=30, compact=True))
print(pformat(1234567, underscore_numbers=True), pformat([10 ** 10, -10 ** 6, 12.5, True], underscore_numbers=True))

# Keys that have no order among themselves still get one.
mixed = {1: "int", "a": "str", (1, 2): "tuple"}
print(sorted(pformat(mixed, width=1).strip("{}").replace("\n ", "").split(",")) != [])
print(pformat({(2, "b"): 1, (1, "a"): 2}), pformat({None: 1}), pformat({2: 0, 1.5: 0, True: 0}))

for bad in ({"indent": -1}, {"depth": 0}, {"depth": -2}, {"width": 0}, {"indent": "x"}):
    try:
        pformat(1, **bad)
    except ValueError as error:
        print(bad, error)
