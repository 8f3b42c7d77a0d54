# Files that come with packages.
import importlib.resources as resources
import os
import tempfile
import sys
import warnings

FOLDER = os.path.join(tempfile.mkdtemp(), "importlib_resources_files")
WRITTEN = []


def write(path, text):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
    WRITTEN.append(path)


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, str(error).replace(FOLDER, "FOLDER"))


write("rpk/__init__.py", "from importlib.resources import files\nown = files()\n")
write("rpk/data.txt", "größer\n")
write("rpk/m.py", "")
write("rpk/sub/deep.txt", "deep\n")
write("one/rns/a.txt", "a in one\n")
write("two/rns/a.txt", "a in two\n")
write("two/rns/b.txt", "b in two\n")
sys.path[:0] = [FOLDER, os.path.join(FOLDER, "one"), os.path.join(FOLDER, "two")]
import rpk

files = resources.files("rpk")
print(type(files).__name__, files == resources.files(rpk), files == rpk.own, files == resources.files("rpk.m"))
print(files.joinpath("data.txt").read_text(encoding="utf-8"), (files / "sub" / "deep.txt").read_bytes(), (files / "nope").is_file())
print(sorted(child.name for child in files.iterdir() if not child.name.startswith("__pyc")))
for path in (("data.txt",), ("sub", "deep.txt"), ("sub",), ("nope",)):
    print(path, resources.is_resource("rpk", *path))
print(resources.read_text("rpk", "data.txt"), resources.read_binary("rpk", "data.txt"), resources.read_text("rpk", "sub", "deep.txt", encoding="ascii"))
with resources.open_text("rpk", "data.txt") as stream, resources.open_binary(rpk, "sub", "deep.txt") as other:
    print(stream.read(), other.read())
for action in (lambda: resources.read_text("rpk", "sub", "deep.txt"), lambda: resources.read_text("rpk", "nope.txt"), lambda: resources.files("no_such_package"),
               lambda: resources.read_text("rpk", "data.txt", encoding="ascii"), lambda: resources.read_text("rpk", "data.txt", encoding="ascii", errors="ignore")):
    attempt(action)
with resources.as_file(files / "data.txt") as path, resources.path("rpk", "sub", "deep.txt") as other:
    print(os.path.relpath(path, FOLDER), os.path.relpath(other, FOLDER))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print("data.txt" in list(resources.contents("rpk")))
print("several folders")
merged = resources.files("rns")
print(type(merged).__name__, merged.is_dir(), merged.is_file(), merged.name, sorted(child.name for child in merged.iterdir()))
print(merged.joinpath("a.txt").read_text(), (merged / "b.txt").read_text(), merged.joinpath() is merged)
for action in (merged.read_bytes, merged.read_text, merged.open):
    try:
        action()
    except (FileNotFoundError, IsADirectoryError) as error:
        print(type(error).__name__)

from importlib.resources.abc import ResourceReader, Traversable, TraversableResources


class Text:
    def __init__(self, name, text): self.name, self.text = name, text
    def is_file(self): return True
    def is_dir(self): return False
    def iterdir(self): return iter(())
    def open(self, mode="r", *args, **kwargs):
        import io
        return io.BytesIO(self.text.encode()) if "b" in mode else io.StringIO(self.text)
    def joinpath(self, *names): raise FileNotFoundError(names)
    def read_text(self, encoding=None): return self.text
    def read_bytes(self): return self.text.encode()
    __truediv__ = joinpath


class Tree(TraversableResources):
    def files(self): return files


print(isinstance(files, Traversable), isinstance(Text("a", "b"), Traversable), isinstance(3, Traversable))
print(Tree().is_resource("data.txt"), Tree().open_resource("sub/deep.txt").read(), "data.txt" in list(Tree().contents()), issubclass(Tree, ResourceReader))
attempt(lambda: Tree().resource_path("data.txt"))
attempt(ResourceReader)
with resources.as_file(Text("made.txt", "made here")) as path:
    print(path.suffix, path.read_text())
print(path.exists())
for path in WRITTEN:
    os.remove(path)
