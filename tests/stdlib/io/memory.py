# Streams in memory, and streams of one's own.
import contextlib
import io
import sys

s = io.StringIO()
print(s.write("one\n"), s.write("two"), s.tell(), s.getvalue().split("\n"))
print("three", 3, sep="-", file=s)
s.seek(0)
print(s.readline(), s.read(2), s.read(), s.read(), repr(s.readline()))
s.seek(1)
s.write("NE")
print(s.getvalue()[:5], s.truncate(3), repr(s.getvalue()), s.tell(), s.seek(0, 2), s.write("!"), s.getvalue())
s.seek(6)
s.write("x")
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed, s.isatty(), s.encoding, s.errors, s.line_buffering)
print(list(io.StringIO("a\nb\nc")), io.StringIO("a\nb\nc").readlines(3), io.StringIO("abc").readline(2))
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\r\nb\rc\n", newline)
    print(repr(newline), s.readlines(), repr(s.getvalue()), s.newlines)
with io.StringIO("x") as s:
    print(s.read())
for call in (s.read, s.getvalue, lambda: s.write("a"), lambda: next(s)):
    try:
        call()
    except ValueError as error:
        print(error)
for args in ((3,), ("a", "q"), ("a", 3)):
    try:
        io.StringIO(*args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for call, *args in ((s.__class__().write, 3), (io.StringIO().seek, -1), (io.StringIO().seek, 1, 1), (io.StringIO().seek, 0, 3), (io.StringIO().truncate, -1)):
    try:
        call(*args)
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)

b = io.BytesIO(b"line 1\nline 2\n")
print(b.read(3), b.readline(), b.readlines(), b.read(), b.tell(), b.getvalue())
print(b.seek(2), b.write(b"XY"), b.getvalue(), b.seek(20), b.write(b"z"), b.getvalue(), b.truncate(4), b.getvalue())
print(b.seek(-2, 2), b.read(), b.seek(1, 1), b.read(), b.seek(0), b.read1(2), b.readinto(bytearray(9)), b.readable(), b.isatty())
for call, *args in ((b.write, "x"), (b.seek, -1), (b.read, 1.5), (b.truncate, -1), (io.BytesIO, "x"), (b.seek, 0, 7)):
    try:
        call(*args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
with contextlib.redirect_stdout(u) if hasattr(contextlib, "redirect_stdout") else u:
    print("inside")
print(repr(u.getvalue()), isinstance(u, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.RawIOBase))


class Countdown(io.RawIOBase):
    def __init__(self, start):
        self.left = start

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.left:
            return 0
        text = f"{self.left}\n".encode()
        buffer[:len(text)] = text
        self.left -= 1
        return len(text)


print(io.BufferedReader(Countdown(3)).read(), list(io.TextIOWrapper(Countdown(3))) if False else io.TextIOWrapper(io.BufferedReader(Countdown(3))).readlines())
raw = Countdown(12)
print(raw.read(4), raw.readall(), raw.read(1), raw.closed, raw.writable())
with io.BufferedReader(Countdown(2)) as f:
    print(f.readline(), f.readline(), f.readline())


class Sink(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)


sink = Sink()
w = io.BufferedWriter(sink, 4)
print(w.write(b"abc"), sink.parts, w.write(b"def"), b"".join(sink.parts), w.flush(), b"".join(sink.parts))
t = io.TextIOWrapper(w, encoding="utf-8", line_buffering=True)
t.write("ä")
before = len(sink.parts)
t.write("\n")
print(before, b"".join(sink.parts), t.detach() is w)
pair = io.BufferedRWPair(Countdown(1), sink)
print(pair.read(), pair.write(b"q"), pair.flush(), sink.parts[-1], pair.readable(), pair.writable())
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode("a\r")), repr(d.decode("\nb\rc")), repr(d.decode("\n", True)), d.newlines)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.text_encoding(None), io.open is open, sys.stdout.writable())
