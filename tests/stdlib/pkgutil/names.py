# Names of objects, data beside packages, packages in several folders.
import tempfile
import os
import pkgutil
import shutil
import sys

FOLDER = os.path.join(tempfile.mkdtemp(), "pkgutil_names_files")


def write(path, text=""):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as stream:
        stream.write(text)


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, str(error).replace(FOLDER, "FOLDER"))


write("one/npk/__init__.py", "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\nclass Top:\n    class Inner:\n        value = 3\n")
write("one/npk/m.py", "y = 2\nclass C:\n    def method(self): pass\n")
write("one/npk/data/text.txt", "hello\n")
write("two/npk/__init__.py")
write("two/npk/more.py", "z = 5\n")
write("three/npk/third.py", "t = 6\n")
write("two/npk.pkg", "# folders\n\n/some/folder\n")
sys.path[:0] = [os.path.join(FOLDER, name) for name in ("one", "two", "three")]

print("names")
for name in ("npk", "npk.m", "npk.m.y", "npk.m:y", "npk.m:C.method", "npk.m.C.method", "npk:Top.Inner.value", "npk.Top.Inner", "npk:", "npk.m:", "os.path:join",
             "os.path.join"):
    found = pkgutil.resolve_name(name)
    print(name, getattr(found, "__name__", found))
for name in ("npk.m:nope", "npk.nope", "npk.m.nope", "nope.x", "nope", "a b", "", ":x", "1a", "a..b", "a:b:c", "a.", ".a", "npk:1"):
    print(name, end=" ")
    attempt(lambda: pkgutil.resolve_name(name))
attempt(lambda: pkgutil.resolve_name(3))

print("data")
print(pkgutil.get_data("npk", "data/text.txt"), pkgutil.get_data("npk.m", "m.py")[:5], pkgutil.get_data("no_such_package", "x"))
attempt(lambda: pkgutil.get_data("npk", "nope.txt"))
print(pkgutil.get_data("sys", "x"))

print("paths")
import npk
print([os.path.relpath(path, FOLDER) if path.startswith(FOLDER) else path for path in npk.__path__])
from npk import more
print(more.z)
print(pkgutil.extend_path("not a list", "npk"), pkgutil.extend_path([], "no_such_package_here"), pkgutil.extend_path(["/x"], "no.such"))
path = ["/x"]
print(pkgutil.extend_path(path, "npk") is not path, path)
shutil.rmtree(FOLDER)
