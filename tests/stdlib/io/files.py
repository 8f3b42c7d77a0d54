# Reading and writing files, as programs do it.
import io
import os

folder = f"/tmp/acli_io_files_{os.getpid()}"
os.mkdir(folder)
path = os.path.join(folder, "poem.txt")
with open(path, "w", encoding="utf-8") as f:
    print(f.write("Über allen Gipfeln\n"), f.tell() > 0)
    f.writelines(["ist Ruh,\n", "in allen Wipfeln\n"])
    print("spürest du", "kaum einen Hauch", sep="\n", end="", file=f)
print(f.closed, os.path.getsize(path))
with open(path, encoding="utf-8") as f:
    print(f.readline(), f.readline(4), f.readline(), sep="|")
    place = f.tell()
    rest = f.readlines()
    print(rest, f.read(), f.readline())
    f.seek(place)
    print(f.read() == "".join(rest), f.readable(), f.writable(), f.seekable())
with open(path, encoding="utf-8") as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip("\n"))
with open(path, "a", encoding="utf-8") as f:
    print(f.tell() == os.path.getsize(path))
    f.write(".")
with open(path, "rb") as f:
    data = f.read()
    print(len(data), data[:5], f.seek(-3, 2), f.read(), f.read(), f.seek(2), f.read(3), f.tell(), f.peek()[:3])
    f.seek(0)
    print([len(line) for line in f], f.read1(), f.readinto(bytearray(4)))
    f.seek(1)
    into = bytearray(4)
    print(f.readinto(into), into, f.read1(3))
with open(path, "r+b") as f:
    print(f.read(2), f.write(b"??"), f.tell(), f.read(3), f.seek(0), f.read(6), f.truncate(8), f.seek(0), f.read())
with open(path, "w+", encoding="latin-1") as f:
    f.write("é1\né2\n")
    f.seek(0)
    print(f.read(3), f.tell(), f.readlines())
print(open(path, "rb").read())
try:
    open(path, "x")
except FileExistsError as error:
    print(error.errno, error.strerror, error.filename == path)
with open(path, "wb", buffering=0) as f:
    print(type(f).__name__, f.write(b"abc"), f.write(bytearray(b"def")))
print(open(path).read(), open(path, "rb", 0).read(4))
# Line ends.
with open(path, "wb") as f:
    f.write(b"a\r\nb\rc\nd")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        lines = f.readlines()
        print(repr(newline), lines, f.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f:
        f.write("x\ny\r\n")
    print(repr(newline), open(path, "rb").read())
# Descriptors.
fd = os.open(path, os.O_RDONLY)
with open(fd, closefd=False) as f:
    print(f.name == fd, f.read(1))
with os.fdopen(fd, "rb") as f:
    f.seek(0)
    print(f.read(), f.fileno() == fd)
opened = []


def opener(name, flags):
    opened.append(name == path)
    return os.open(name, flags)


with open(path, opener=opener) as f:
    print(opened, f.read(1))
# Encodings piece by piece.
for encoding in ("utf-8", "utf-16", "utf-8-sig", "utf-16-le", "latin-1"):
    with open(path, "w", encoding=encoding) as f:
        f.write("ä€\n"[0 if encoding != "latin-1" else 2:] * 5000 + "ß")
    with open(path, "a", encoding=encoding) as f:
        f.write("!")
    with open(path, encoding=encoding) as f:
        text = f.read(7)
        place = f.tell()
        rest = f.read()
        f.seek(place)
        print(encoding, len(text + rest), repr(rest[-2:]), f.read() == rest, os.path.getsize(path))
with open(path, "w", encoding="ascii", errors="replace") as f:
    f.write("aä")
print(open(path).read(), open(path, encoding="ascii", errors="strict").errors)
reader, writer = os.pipe()
with open(writer, "w") as out, open(reader) as inp:
    print("through a pipe", file=out, flush=True)
    print(inp.readline(), out.seekable(), inp.isatty())
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
