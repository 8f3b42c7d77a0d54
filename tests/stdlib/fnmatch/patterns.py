# Matching, filtering and translating, for text and bytes.
import fnmatch
from fnmatch import filter, filterfalse, fnmatchcase, translate

names = ["", "a", "b", "ab", "abc", "a.b", "A", "a\nb", "[a]", "!a", "^", "-", "a-c", "é", "]", "\\", ".hidden", "x" * 20 + "b", "a*b", "&&", "aXbXc"]
patterns = ["", "*", "?", "??", "a*", "*b", "a*b", "*a*b*", "[ab]", "[!ab]", "[a-c]*", "[c-a]", "[!c-a]", "[]]", "[!]]", "[]", "[!]", "[a", "[a-]", "[-a]", "[!-]",
            "[^a]", "[[]a]", "[[]*", "[*]", "a[*]b", "[a-c-e]", "[--0]", "[a--]", "[\\]", "[a\\-z]", "[&&|~]", "[a&&b]", "*?*", "**", "[b-az]", "[zb-ay-x]", "[!!]", "é",
            "*.b", ".*", "[]-a]", "a?b?c", "*X*X*", "(a|b)", "a+", "a{1}", "$", "[x-z^]", "[a]b[c]", "a[!b]c"]
for pattern in patterns:
    print(repr(pattern), translate(pattern), [name for name in names if fnmatchcase(name, pattern)])
for pattern in ("[a-c]*", "*", "[!a]"):
    print(filter(names, pattern) == [name for name in names if fnmatch.fnmatch(name, pattern)], filterfalse(names, pattern), filter(iter(names), "a?"))
print(fnmatchcase(b"caf\xe9", b"caf?"), fnmatchcase(b"abc", b"a*"), fnmatchcase(b"a", b"[!a]"), filter([b"a", b"b"], b"[b]"), fnmatchcase(bytearray(b"ab"), b"a?"))


class Path:
    def __init__(self, name):
        self.name = name

    def __fspath__(self):
        return self.name


print(fnmatch.fnmatch(Path("notes.txt"), "*.txt"), fnmatch.fnmatch("notes.txt", Path("*.t?t")), fnmatch.fnmatch("A", "a"))
for call in (lambda: fnmatch.fnmatch("a", b"a"), lambda: fnmatch.fnmatch(b"a", "a"), lambda: fnmatch.fnmatch(1, "a"), lambda: fnmatch.fnmatch("a", 1),
             lambda: fnmatchcase(1, "a"), lambda: filter(["a", b"a"], "a"), lambda: filter([1], "a"), lambda: filter(["a"], 1), lambda: filter(5, "*"),
             lambda: filterfalse([b"a"], "a"), lambda: fnmatchcase(Path("a"), "a"), lambda: translate(1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(fnmatch.__all__)

# A pattern with many stars takes no long time.
print(fnmatchcase("a" * 3000 + "b", "*a" * 40 + "c"), fnmatchcase("a" * 3000 + "b", "*a" * 40 + "*b"))


def choose(names, include=("*",), exclude=()):
    """What a tool for copying does with its options."""
    for name in names:
        if any(fnmatchcase(name, pattern) for pattern in include) and not any(fnmatchcase(name, pattern) for pattern in exclude):
            yield name


tree = ["src/main.py", "src/main.pyc", "src/.cache", "README.md", "docs/a1.txt", "docs/a22.txt", "docs/b1.txt"]
print(list(choose(tree, ["*.py*", "docs/a[0-9].txt"], ["*.pyc"])), list(choose(tree, exclude=["*/.*", "docs/*"])))
