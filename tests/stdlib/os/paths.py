# Paths: their parts and forms.
import os
import os.path as p
import posixpath

print(p is posixpath, p.sep, p.join("a", "b", "/c", "d", "", "e"), p.join("a/", "b"), p.join("", "x"), p.join("a", ""), p.join(b"a", b"b"))
for path in ("a/b.c", "/a", "a", "/", "//a", "///a", "a//b/", ".bashrc", "a.tar.gz", "a/.b.c", "..x", "...", "a.", "", "a/b.c/d"):
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.splitroot(path), p.normpath(path), p.isabs(path))
for path in ("a/../b", "../a", "/..", "a/./b//c/..", "//a/../..", "///x", ".", "a/b/../../..", b"a/../b"):
    print(repr(path), p.normpath(path))
print(p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.relpath("/a/b", "/"), p.commonpath(["/a/b/c", "/a/b"]), p.commonpath(["a/b", "a/c"]), p.commonprefix(["abcd", "abx"]), p.commonprefix([]))
for call, *args in (
    (p.join, "a", b"b"), (p.join, 1), (p.commonpath, []), (p.commonpath, ["/a", "b"]), (p.relpath, ""), (p.join, "a", 3), (os.fspath, 3),
    (p.splitext, None), (p.commonpath, ["/a", b"/a"]),
):
    try:
        print(call(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Path:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        return self.text


print(os.fspath(Path("x/y")), p.join(Path("a"), Path("b")), p.split(Path("a/b")), isinstance(Path(""), os.PathLike), issubclass(str, os.PathLike))
try:
    os.fspath(Path(3))
except TypeError as error:
    print(error)
print(os.fsencode("ä"), os.fsdecode(b"\xc3\xa4"), os.fsencode(Path("q")), os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, repr(os.linesep), os.devnull, os.name)
os.environ["ACLI_X"] = "val"
print(p.expandvars("$ACLI_X/${ACLI_X}y$NOPE_/$"), p.expandvars("${ACLI_X"), p.expandvars(b"$ACLI_X"), p.expanduser("~") == os.environ["HOME"], p.expanduser("a~"))
print(p.expanduser("~/x").endswith("/x"), p.expanduser("~root"), p.expanduser("~nobody_such/x"))
print(p.isfile("/etc/passwd"), p.isdir("/etc"), p.exists("/nope"), p.lexists("/nope"), p.islink("/etc/passwd"), p.ismount("/"), p.ismount("/etc/passwd"), p.exists(-5))
