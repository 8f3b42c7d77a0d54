"""Built-in values in each protocol: the same bytes as ever, and the same values back."""
import pickle

shared = ["twice"]
VALUES = [
    None, True, False, 0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**70, -2**70, 10**300,
    0.0, -0.0, 1.5, -1e300, 5e-324, 2.2250738585072014e-308, float("inf"), float("-inf"),
    "", "text", "\u00e9\u20ac\U0001f600", "line\nend\\\0\r\x1a", "x" * 300,
    b"", b"bytes\xff\0", b"b" * 300, bytearray(), bytearray(b"ab\xff"),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, "a": [3]}, set(), {7}, frozenset(),
    frozenset({7}), 1j, range(3), slice(1, 2), ..., NotImplemented, [shared, shared], ValueError("x", 1), int, str, len,
]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in VALUES:
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(protocol, ascii(value)[:40], data if len(data) < 90 else len(data), repr(back) == repr(value), type(back) is type(value))
print(pickle.loads(pickle.dumps(float("nan"))))
back = pickle.loads(pickle.dumps([shared, shared]))
print(back[0] is back[1])
for size in 999, 1000, 1001, 2001:
    for protocol in 0, 1, 2, 4:
        items = list(range(size))
        data = pickle.dumps(items, protocol), pickle.dumps(dict.fromkeys(items), protocol), pickle.dumps(set(items), protocol)
        print(size, protocol, [len(each) for each in data], [hash(each) == hash(each) and sum(each) for each in data])
big = ["a" * 70000, b"b" * 70000, bytearray(70000), "c" * 60000, "d" * 60000, list(range(30000))]
for protocol in 2, 3, 4, 5:
    data = pickle.dumps(big, protocol)
    print(protocol, len(data), sum(data), data.count(b"\x95"), pickle.loads(data) == big)
print(pickle.format_version, pickle.compatible_formats, pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
print(pickle.__all__)
