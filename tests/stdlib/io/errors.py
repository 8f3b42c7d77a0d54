# What streams refuse, and the words for it.
import io
import os

folder = f"/tmp/acli_io_errors_{os.getpid()}"
os.mkdir(folder)
path = os.path.join(folder, "x.txt")


def tried(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print("ok", repr(result).replace(folder, "F"))
    except BaseException as error:
        print(type(error).__name__, str(error).replace(folder, "F"))


with open(path, "w") as f:
    f.write("ab\ncd\n")
f = open(path)
tried(f.write, "x")
tried(f.readline, -1)
print(f.mode, f.encoding, f.errors, f.newlines, f.line_buffering, f.write_through, f.closed)
print(repr(f).replace(folder, "F"))
f.close()
for call in (f.read, f.__enter__, lambda: next(f), f.fileno, f.flush, lambda: list(f)):
    tried(call)
f = open(path, "rb")
print(repr(f).replace(folder, "F"), repr(f.raw).replace(folder, "F"))
for call, *args in ((f.write, b"x"), (f.read, "a"), (f.seek, -1), (f.peek, 1), (f.seek, 0, 9), (f.detach,), (f.read,)):
    tried(call, *args)
f.raw.close() if False else None
f = open(path, "w")
for call, *args in ((f.read,), (f.write, b"x"), (f.seek, 1, 1), (f.seek, 1, 2), (f.tell,), (f.truncate, 3), (f.seek, 0, 5)):
    tried(call, *args)
f.close()
f = open(path, "wb")
for call, *args in ((f.read,), (f.write, "x"), (f.seek, 0, 9), (f.writelines, [b"a", "b"])):
    tried(call, *args)
f.close()
for mode in ("", "x", "rw", "r+b", "br", "q", "rU", "tb", "aw", "bt", "+", "rr"):
    print(repr(mode), end=" ")
    tried(lambda: open(path, mode).close())
for options in (dict(encoding="utf-8"), dict(errors="x"), dict(newline="")):
    tried(open, path, "rb", **options)
tried(open, path, "r", newline="q")
tried(open, path, "r", buffering=0)
tried(open, folder + "/none/x")
tried(open, folder)
tried(open, path, 5)
tried(open, 1.5)
tried(open, path, encoding="nope")
tried(open, path, encoding=3)
tried(open, path, closefd=False)
tried(open, -1)
for call in (
    io.RawIOBase().read, io.TextIOBase().read, io.BufferedIOBase().read, io.IOBase().readline, io.RawIOBase().fileno,
    io.IOBase().truncate, io.BufferedIOBase().detach, io.IOBase().tell, io.TextIOBase().readline,
):
    tried(call)
tried(io.RawIOBase().readinto, bytearray(1))
r = io.FileIO(path)
print(repr(r).replace(folder, "F"), r.mode, r.closefd, r.seekable(), r.readable(), r.writable())
tried(r.write, b"x")
for mode in ("q", "rw", ""):
    tried(io.FileIO, path, mode)
r.close()
for call in (r.read, r.fileno, r.isatty, r.readable):
    tried(call)
print(repr(r))
print(repr(io.BufferedReader(io.BytesIO(b"x"))))
tried(io.BufferedReader, io.BytesIO(), 0)
tried(io.BufferedReader, io.BytesIO(), -3)
t = io.TextIOWrapper(io.BytesIO(b"x\xff\n"))
tried(t.read)
print(repr(t))
tried(io.TextIOWrapper, io.BytesIO(), newline="z")
tried(io.TextIOWrapper, io.BytesIO(), encoding="zz")
tried(io.TextIOWrapper, io.BytesIO(), errors=3)
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.BlockingIOError is BlockingIOError)
os.remove(path)
os.rmdir(folder)
