# args, notes, str and repr of exceptions, attributes of the built-in ones.
for error in [Exception(), Exception("one"), Exception("one", 2), KeyError("k"), KeyError(), KeyError("a", "b"), OSError(2, "gone"),
              OSError(2, "gone", "file.txt"), OSError("only text"), StopIteration(5), SystemExit(3), UnicodeError("u"), ValueError(None)]:
    print(str(error), "|", repr(error), "|", error.args)
error = ValueError("bad")
error.add_note("first note")
error.add_note("second")
print(error.__notes__)
try:
    error.add_note(5)
except TypeError as problem:
    print(problem)
e = OSError(2, "gone", "file.txt")
print(e.errno, e.strerror, e.filename, type(e).__name__, StopIteration(7).value, SystemExit(4).code)
print(type(OSError(13, "x")).__name__, type(OSError(111, "x")).__name__, type(OSError(9999, "x")).__name__)
class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
try:
    raise Custom(7, "wrong")
except Custom as c:
    print(c, repr(c), c.args, c.code)
class Silent(Exception):
    def __init__(self, *args): pass
print(repr(Silent(1, 2)), Silent(1).args)
error.args = ("changed",)
print(error)
try:
    {}["missing"]
except KeyError as k:
    print(k, k.args)
try:
    [].nope
except AttributeError as a:
    print(a, a.name, a.obj)
try:
    undefined
except NameError as n:
    print(n.name)
try:
    int("x")
except ValueError as v:
    print(v)
print(error.with_traceback(None) is error, error.__traceback__, ValueError("a") == ValueError("a"))
