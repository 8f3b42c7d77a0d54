# Programs: ignoring files, a switch on patterns, translated patterns put together.
from fnmatch import filter, filterfalse, fnmatch, fnmatchcase, translate

FILES = ["a.py", "b.py", "build/lib/a.pyc", "build/x", "docs/index.md", "docs/img/logo.png", "docs/img/logo@2x.png", ".git/HEAD", ".gitignore", "setup.cfg",
         "test_one.py", "tests/test_two.py", "tests/data[1].txt", "tests/data1.txt", "README", "notes~", "#notes#", "ü.txt", "A.PY", "file name.txt", "x" * 300 + ".log"]


class Ignore:
    """Lines of an ignore file: the last that matches decides, '!' takes back."""

    def __init__(self, text):
        self.rules = []
        for line in text.splitlines():
            line = line.strip()
            if line and not line.startswith("#"):
                self.rules.append((line.removeprefix("!"), not line.startswith("!")))

    def __call__(self, name):
        ignored = False
        for pattern, value in self.rules:
            if fnmatchcase(name, pattern) or any(fnmatchcase(part, pattern) for part in name.split("/")):
                ignored = value
        return ignored


ignore = Ignore("""
# made by tools
build/*
*.py[co]
.git
*~
[#]*[#]
*.png
!*@2x.png
data[[]*].txt
""")
for name in FILES:
    print(name[:40], ignore(name))

for pattern in ("*.py", "*.[pP][yY]", "test_*", "*/test_*", "docs/*", "docs/*/*", "*[0-9]*", "[!a-zA-Z.]*", "?.*", "*.txt", "*[[]1]*", "????????", "*@?x.*", "* *"):
    print(pattern, [name[:20] for name in filter(FILES, pattern)], len(filterfalse(FILES, pattern)))
    assert sorted(filter(FILES, pattern) + filterfalse(FILES, pattern)) == sorted(FILES)

print("|".join(translate(pattern) for pattern in ("*.c", "*.h", "Makefile", "a*b*c", "***", "?*?", "[!x-]*y")))
print([translate(char) for char in "a.^$+{}()|\\/-_ #~&@\n\té"])


def route(topic):
    """A switch on patterns, as message brokers have it."""
    for pattern, target in (("log.*.error", "alarm"), ("log.*", "archive"), ("user.[0-9]*", "users"), ("*", "nobody")):
        if fnmatch(topic, pattern):
            return target


print([route(topic) for topic in ("log.db.error", "log.db", "user.17", "user.x", "", "log.")])

# Many patterns, each used twice: what is kept of them must not mix them up.
hits = 0
for number in range(5000):
    hits += fnmatchcase(f"name{number}", f"name{number}") + fnmatchcase(f"name{number}", f"*{number + 1}")
print(hits, fnmatchcase("name1", "name1"), fnmatchcase(b"name1", b"name1"), fnmatchcase("1", "*1"))
