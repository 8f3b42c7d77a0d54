# str: cases, padding, stripping, translating.
for t in ["hello World", "ÉCOLE straße", "ǆ ﬁ", "they're", "", "123abc"]:
    print(t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase(), t.casefold(), sep="|")
print("ab".center(7, "*"), "ab".center(6), "ab".ljust(5, "."), "ab".rjust(5, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "é".center(4, "日"), sep="|")
print("  x ".strip(), "  x ".lstrip(), "  x ".rstrip(), "xxabcxx".strip("x"), "abcabc".strip("cab"), "www.example.com".strip("wcom."), "\t\n x\r".strip(), "x".strip(""), sep="|")
print("a\tbc\td".expandtabs(), "a\tbc".expandtabs(4), "x".expandtabs(0), sep="|")
print("hello".translate({104: "J", 101: None, 108: "LL"}), "abc".translate(str.maketrans("abc", "xyz")), "abc".translate(str.maketrans("a", "b", "c")), str.maketrans({"a": "1"}))
print("{} {}".format(1, 2), "{1} {0} {name}".format("a", "b", name="n"), "{0.real} {1[0]} {1[1]} {2[k]}".format(5, [1, 2], {"k": "v"}), "{{}}".format(), "{:>{w}}".format("x", w=4), "{!r:>5}".format("a"))
print("{a}".format_map({"a": 1}), "abc".encode(), "x=%s" % 5, "é".encode("utf-8"), "a".__add__("b"), "ab".__contains__("a"), "ab".__len__(), "abc".__getitem__(1))
print(str(5), str(b"x", "ascii"), str(), str(None), str([1, "a"]), str(1.0), str(True), str(b"x"), ord("é"), chr(233), chr(0x1F600), ord("😀"))
for bad in [lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0} {}".format(1, 2), lambda: "a".center("x"), lambda: "a".ljust(5, "ab"), lambda: "{:d}".format("x"), lambda: "{.x}".format(5), lambda: ord("ab"), lambda: chr(-1), lambda: chr(0x110000), lambda: "{!z}".format(1), lambda: str(b"\xff", "utf-8"), lambda: "a".encode("nope")]:
    try:
        bad()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError) as error:
        print(type(error).__name__, error)
