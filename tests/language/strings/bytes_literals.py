# bytes: literals, indexing, comparison.
data = b"caf\xc3\xa9 \x00\n"
print(data, len(data), data[0], data[-1], data[1:4], list(data[:3]), data[::-1])
print(data.decode(), "é".encode(), "é".encode("latin-1"), bytes([1, 2, 255]), bytes(3), bytes("hé", "utf-8"))
print(b"a" + b"b", b"ab" * 2, b"a" in b"cab", 97 in b"abc", b"a" < b"b", b"a" == "a", b"a" != b"a")
print({b"k": 1}[b"k"], hash(b"x") == hash(b"x"), bytes(), not b"")
for what in [lambda: b"a" + "b", lambda: b"abc"[5], lambda: bytes([256]), lambda: "é".encode("ascii"),
             lambda: b"\xff".decode(), lambda: bytes("x"), lambda: "a" in b"a", lambda: b"x" % 1]:
    try:
        print(what())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
