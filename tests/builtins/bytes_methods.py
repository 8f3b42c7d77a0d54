# bytes methods.
b = b"one, two, three"
print(b.find(b"two"), b.find(ord("t")), b.rfind(b"t"), b.count(b"e"), b.index(b"t"), b.startswith(b"one"), b.endswith((b"x", b"three")), b.split(b", "), b.split(b",", 1), b.rsplit(b",", 1), b.partition(b", "))
print(b.replace(b"two", b"2"), b.upper(), b"ABC".lower(), b"  x ".strip(), b"xxaxx".strip(b"x"), b", ".join([b"a", b"b"]), b"a\nb\r\n".splitlines(), b"ab".center(6, b"*"), b"7".zfill(3), b"title case".title())
print(b.decode("ascii"), b"\xe9".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"abc".hex(), b"abc".hex(":"), bytes.fromhex("61 62"), b"%d %s" % (5, b"x"), b"a" * 3, b"abc"[::-1], b"\x00\x01".isalpha(), b"12".isdigit())
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"\xff", "big", signed=True), (258).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True), (5).to_bytes())
print(list(b"ab"), tuple(b"ab"), sum(b"ab"), max(b"abc"), sorted(b"cab"), [hex(x) for x in b"\x0f\xff"], bytes(range(3)), bytes(b"x") is not None, b"".join([]), b"a" b"b", bytes([65]) == b"A")
ba = bytearray(b"abc")
ba[0] = 120; ba.append(33); ba.extend(b"de"); ba += b"!"; ba[1:2] = b"YY"
print(ba, len(ba), ba[0], ba[1:3], bytes(ba), ba.pop(), ba == b"xYYc!de", ba.find(b"c"), bytearray(2), bytearray("é", "utf-8"))
del ba[0]; ba.reverse(); print(ba, ba.upper(), ba.decode(), ba.copy() == ba)
ba.clear(); print(ba, not ba)
for bad in [lambda: b.index(b"zz"), lambda: b.find("x"), lambda: b"".join(["a"]), lambda: bytearray([256]), lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: bytes(-1), lambda: bytes.fromhex("6"), lambda: b"a".decode("nope"), lambda: b"x" < "x", lambda: bytes(1.5), lambda: b.startswith("o")]:
    try:
        bad()
    except (ValueError, TypeError, OverflowError, LookupError) as error:
        print(type(error).__name__, error)
