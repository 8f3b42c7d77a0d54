# Hashes agree with equality, and dict keys of every kind.
print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 2), hash(True), hash(1.5), hash(-1.0), hash(2.0 ** 70) == hash(2 ** 70), hash(0.0) == hash(-0.0), hash(1e300) == hash(int(1e300)))
keys = {1: "int", "1": "str", b"1": "bytes", (1,): "tuple", None: "None", 1.5: "float", frozenset({1}): "frozenset", range(1): "range", len: "function", int: "type", ...: "ellipsis"}
print([keys[k] for k in (1.0, True, "1", b"1", (1.0,), None, 1.5, frozenset([True]), range(0, 1, 5), len, int, ...)])
for bad in [[], {}, set(), ([],), (1, {}), bytearray(), slice(1, [], 2)]:
    try:
        {bad: 1}
    except TypeError as error:
        print(error)
class H:
    def __init__(self, h, e): self.h, self.e = h, e
    def __hash__(self): return self.h
    def __eq__(self, other): return isinstance(other, H) and self.e == other.e
d = {H(1, "a"): 1, H(1, "b"): 2, H(2, "a"): 3}
print(len(d), d[H(1, "b")], H(1, "c") in d, H(3, "a") in d, d.get(H(2, "a")), hash(H(2 ** 70, "x")) == hash(2 ** 70), hash(H(-1, 0)))
class Raises:
    def __hash__(self): return 5
    def __eq__(self, other): raise ValueError("eq failed")
try:
    {Raises(): 1, Raises(): 2}
except ValueError as error:
    print(error)
