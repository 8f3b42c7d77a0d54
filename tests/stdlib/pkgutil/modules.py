# The modules of folders and packages.
import os
import tempfile
import pkgutil
import shutil
import sys

FOLDER = os.path.join(tempfile.mkdtemp(), "pkgutil_modules_files")


def write(path, text=""):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as stream:
        stream.write(text)


for path in ("a/wpk/__init__.py", "a/wpk/m.py", "a/wpk/sub/__init__.py", "a/wpk/sub/deep.py", "a/wpk/nothing/x.py", "a/wpk/data.txt", "a/single.py",
             "a/with.dots.py", "a/no_init/inner.py", "a/wpk/__main__.py", "b/single.py", "b/other.py"):
    write(path)
write("a/wbad/__init__.py", "raise ValueError('at import')\n")
write("a/wmissing/__init__.py", "import no_such_module_at_all\n")
A, B = os.path.join(FOLDER, "a"), os.path.join(FOLDER, "b")
sys.path[:0] = [A, B]



def listed(modules):
    return [(info.name, info.ispkg) for info in modules]


print(listed(pkgutil.iter_modules([A])))
print(listed(pkgutil.iter_modules([B, A])))
print(listed(pkgutil.iter_modules([A + "/wpk"], "wpk.")))
print(listed(pkgutil.iter_modules([])), listed(pkgutil.iter_modules(["/no/such/folder"])))
print([name for name, ispkg in listed(pkgutil.iter_modules()) if name in ("single", "wpk", "other")])
for wrong in ("a string",):
    try:
        list(pkgutil.iter_modules(wrong))
    except ValueError as error:
        print(error)
info = next(pkgutil.iter_modules([A + "/wpk"]))
print(type(info.module_finder).__name__, info.module_finder.path == A + "/wpk", info._fields, info.name, info.ispkg)
print(pkgutil.ModuleInfo(1, "n", False))
print(info.module_finder.find_spec("m").name)

print("walking")
print(listed(pkgutil.walk_packages([A + "/wpk"], "wpk.")))
failed = []
try:
    print(listed(pkgutil.walk_packages([A])))
except ValueError as error:
    print("passes through:", error)
print(listed(pkgutil.walk_packages([A], onerror=failed.append)), failed)
print([info.name for info in pkgutil.walk_packages([B])])

print("importers")
print(type(pkgutil.get_importer(A)).__name__, pkgutil.get_importer("/no/such/folder"), pkgutil.get_importer(A) is pkgutil.get_importer(A))
print([finder.path == A + "/wpk" for finder in pkgutil.iter_importers("wpk.m")], list(pkgutil.iter_importers("single.x")))
print(pkgutil.get_importer(A) in list(pkgutil.iter_importers()), pkgutil.get_importer(A) in list(pkgutil.iter_importers("top")))
for name in (".x",):
    try:
        list(pkgutil.iter_importers(name))
    except ImportError as error:
        print(error)


class Finder:
    def iter_modules(self, prefix=""):
        yield prefix + "made", True


print(list(pkgutil.iter_importer_modules(Finder(), "p.")), list(pkgutil.iter_importer_modules(object())))
shutil.rmtree(FOLDER)
