# Importing by name, finding specs, reloading, relative names.
import importlib
import importlib.util
import tempfile
import os
import shutil
import sys
import types

FOLDER = os.path.join(tempfile.mkdtemp(), "importlib_importing_files")


def write(path, text):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as stream:
        stream.write(text)


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", None))


write("ipk/__init__.py", "x = 1\n")
write("ipk/m.py", "y = 2\n")
write("ipk/sub/__init__.py", "from ..m import y\n")
write("ins/q.py", "w = 4\n")
write("iloud.py", "print('runs', __name__)\ncount = globals().get('count', 0) + 1\n")
write("ibad.py", "def (\n")
write("iraises.py", "raise RuntimeError('at import')\n")
sys.path.insert(0, FOLDER)

print(importlib.__all__)
for args in (("ipk.m",), (".m", "ipk"), ("..m", "ipk.sub"), (".", "ipk"), (".sub", "ipk")):
    print(args, importlib.import_module(*args).__name__)
for args in ((".m",), ("...m", "ipk"), ("inope",), ("ipk.nope",), ("ipk.m.nope",), ("",), (".m", "inopkg"), (".m", "")):
    attempt(lambda: importlib.import_module(*args))
attempt(lambda: importlib.import_module("iraises"))
attempt(lambda: importlib.import_module(3))
print("iraises" in sys.modules, importlib.import_module("ins.q").w, importlib.__import__("ipk.m").__name__, importlib.invalidate_caches())

print("names")
for args in ((".a", "b.c"), ("..a", "b.c"), ("...a", "b.c"), (".a", ""), (".a", None), ("a", None), (".", "b"), ("..", "b.c")):
    attempt(lambda: importlib.util.resolve_name(*args))


def about(spec):
    if spec is None:
        return None
    origin = os.path.relpath(spec.origin, FOLDER) if spec.has_location else spec.origin
    places = spec.submodule_search_locations
    return (spec.name, type(spec.loader).__name__, origin, places and [os.path.relpath(place, FOLDER) for place in places], spec.parent,
            spec.has_location)


print("specs")
find = importlib.util.find_spec
for args in (("ipk",), ("ipk.m",), ("ipk.sub",), (".m", "ipk"), ("iloud",), ("ibad",), ("ins",), ("inope",), ("ipk.nope",), ("inope.x",), ("ipk.m.x",),
             ("...x", "ipk")):
    attempt(lambda: about(find(*args)))
print("iloud" in sys.modules, about(find("iloud")) == about(find("iloud")), find("iloud") == find("iloud"))
sys.modules["iodd"] = types.ModuleType("iodd")
attempt(lambda: find("iodd"))
del sys.modules["iodd"].__spec__
attempt(lambda: find("iodd"))
sys.modules["inone"] = None
attempt(lambda: find("inone"))
attempt(lambda: importlib.import_module("inone"))
attempt(lambda: find("__main__"))
print(find("sys").name, find("sys").origin, find("sys").parent == "", find("os").name, find("no_such_module_at_all"))

print("reload")
import iloud
iloud.kept = "kept"
print(importlib.reload(iloud) is iloud, iloud.count, iloud.kept)
write("iloud.py", "print('changed', __name__, count)\nfresh = True\n")
print(importlib.reload(iloud).fresh, iloud.count)
print(importlib.reload(sys.modules["ipk.m"]).__name__)
attempt(lambda: importlib.reload(3))
attempt(lambda: importlib.reload(types.ModuleType("gone")))
write("iloud.py", "def (\n")
attempt(lambda: importlib.reload(iloud).count)
print(iloud.count)
os.remove(os.path.join(FOLDER, "iloud.py"))
attempt(lambda: importlib.reload(iloud))
shutil.rmtree(FOLDER)
