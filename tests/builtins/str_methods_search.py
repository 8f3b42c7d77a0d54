# str: searching, testing, splitting, joining.
t = "one, two, three, two"
print(t.find("two"), t.rfind("two"), t.find("zzz"), t.find("two", 6), t.find("two", 6, 10), t.index("o"), t.rindex("o"), t.count("two"), "aaaa".count("aa"), "abc".count(""))
print(t.split(", "), t.split(), t.split(",", 1), t.rsplit(",", 1), "  a  b ".split(), "".split(), "".split(","), "a,,b".split(","), " x ".split(" "), "a\tb\nc".split(None, 1))
print(t.partition(", "), t.rpartition(", "), t.partition("zz"), t.rpartition("zz"), "a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
print(", ".join(["a", "b"]), "".join("xyz"), "-".join([]), "é".join("日本"), t.startswith("one"), t.endswith(("x", "two")), t.startswith("two", 5), t.endswith(""), "abc".startswith(("b", "c"), 1))
print(t.replace("two", "2"), t.replace("two", "2", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "x".replace("y", "z"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"))
for text in ["abc", "ABC", "a1", "123", "12.5", " \t", "", "Title Case", "é", "²", "½", "_x", "ab c", "日本", "a-b"]:
    print(repr(text), text.isalpha(), text.isdigit(), text.isalnum(), text.isspace(), text.isupper(), text.islower(), text.istitle(), text.isidentifier(), text.isdecimal(), text.isnumeric(), text.isascii(), text.isprintable())
for bad in [lambda: t.index("zzz"), lambda: ",".join([1]), lambda: ",".join(5), lambda: t.split(""), lambda: "a".startswith(5), lambda: "a" + 1, lambda: "a".find(1), lambda: "x".partition(""), lambda: "a".replace("b"), lambda: "a".count(), lambda: "a" in 5, lambda: 5 in "a"]:
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
