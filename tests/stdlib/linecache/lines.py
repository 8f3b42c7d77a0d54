# Lines of files: numbers, missing files, endings, encodings, and what the cache holds.
import linecache
import os
import tempfile
import sys

FOLDER = tempfile.mkdtemp()
PATH = os.path.join(FOLDER, "linecache_lines_text.txt")


def write(data, path=PATH):
    with open(path, "wb") as stream:
        stream.write(data)
    linecache.clearcache()


print(linecache.__all__)
write(b"one\ntwo\n\nfour")
for number in (-1, 0, 1, 2, 3, 4, 5, 100):
    print(number, repr(linecache.getline(PATH, number)))
print(linecache.getlines(PATH))
size, mtime, lines, fullname = linecache.cache[PATH]
print(size, mtime == os.stat(PATH).st_mtime, lines, fullname == PATH)
print(linecache.getlines(PATH) is lines)

for data in (b"", b"\n", b"\n\n", b"a", b"a\r\nb\rc\n", b"a\x0cb\nc\x0b\n", b"\xef\xbb\xbfx = 1\n",
             "# coding: latin-1\nname = 'é'\n".encode("latin-1"), "#!x\n# -*- coding: latin-1 -*-\né\n".encode("latin-1"),
             "é\n".encode("latin-1"), "é\n".encode(), b"# coding: no-such-thing\nx\n",
             b"x = 1\n# coding: latin-1\n\xe9\n", b"a = 1\n\n# coding: latin-1\n\xc3\xa9\n"):
    write(data)
    print(data, linecache.getlines(PATH))

print("not there")
for name in ("", "<string>", "<anything>", "no_such_file_anywhere.py", "/no/such/file", FOLDER, "bad\0name"):
    print(linecache.getlines(name) == [], repr(linecache.getline(name, 1)), name in linecache.cache)

print("along sys.path")
write(b"found\n")
sys.path.insert(0, FOLDER)
sys.path.insert(0, 5)
print(linecache.getline("linecache_lines_text.txt", 1))
print(linecache.cache["linecache_lines_text.txt"][3] == PATH)

print("put in by hand, as code generators do")
source = "def made(x):\n    return x\n"
linecache.cache["<made 1>"] = (len(source), None, source.splitlines(True), "<made 1>")
print(repr(linecache.getline("<made 1>", 2)))
linecache.checkcache()
linecache.checkcache("<made 1>")
print("<made 1>" in linecache.cache)
print(linecache.updatecache("<made 1>"), "<made 1>" in linecache.cache)
print(linecache.updatecache(PATH))
linecache.clearcache()
print(linecache.cache)
os.remove(PATH)
