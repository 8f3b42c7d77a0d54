# unified_diff, context_diff and diff_bytes.
import difflib

a = [f"line {n}" for n in range(1, 25)]
b = a[:]
b[3] = "changed"
b[10:12] = []
b.insert(16, "new")
b += ["at the end"]
for make in (difflib.unified_diff, difflib.context_diff):
    for n in (3, 0):
        print("\n".join(make(a, b, "old.txt", "new.txt", "2026-01-01", "", n, lineterm="")))
    print(list(make(["one\n"], ["two\n"], "a", "b")))
    print(list(make([], ["x\n"])), list(make(["x\n"], [])), list(make(["x"], ["x"])), list(make([], [])))
    print(list(make(["x\n", "y\n"], ["x\n"], fromfiledate="d1", tofiledate="d2")))
    for args in (([1], ["a"]), (["a"], [b"a"]), (["a"], ["b"], b"x"), (["a"], ["b"], "", "", 5), ("", ""), ("ab", ["a"])):
        try:
            print(list(make(*args)))
        except TypeError as error:
            print("TypeError", error)
    try:
        list(make(["a"], ["b"], lineterm=b"\n"))
    except TypeError as error:
        print("TypeError", error)

old, new = [b"caf\x65\n", b"tea\n"], [b"cafe\n", b"milk\n"]
print(list(difflib.diff_bytes(difflib.unified_diff, old, new, b"a", b"b")))
print(list(difflib.diff_bytes(difflib.context_diff, old, new, lineterm=b"", n=0)))
for args in ((["x"], new), (old, new, "a"), (old, [1])):
    try:
        print(list(difflib.diff_bytes(difflib.unified_diff, *args)))
    except TypeError as error:
        print("TypeError", error, type(error.__cause__).__name__)


def report(old, new):
    """What a small tool for configuration files prints."""
    lines = list(difflib.unified_diff(old, new, "before", "after", lineterm=""))
    gone = sum(line.startswith("-") and not line.startswith("---") for line in lines)
    come = sum(line.startswith("+") and not line.startswith("+++") for line in lines)
    yield from lines
    yield f"{come} added, {gone} removed"


settings = {"host": "localhost", "port": "80", "debug": "no"}
changed = settings | {"port": "8080", "name": "web"}
print("\n".join(report(*[[f"{key}={value}" for key, value in sorted(table.items())] for table in (settings, changed)])))
