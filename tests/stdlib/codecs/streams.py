"""Streams that decode and encode."""
import codecs
import io
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


U=codecs.getreader("utf-8")
class Log(io.BytesIO):
    def read(self, n=-1):
        r = super().read(n); print("   read", n, r); return r
    def readline(self, n=-1):
        r = super().readline(n); print("   readline", n, r); return r
r=U(Log("aéb\ncd\r\nef\n".encode()))
show(1, lambda: r.read(2))
show(2, lambda: r.read(2))
show(3, lambda: r.read(2, 1))
show(4, lambda: r.read(-1,2))
show(5, lambda: r.read())
r=U(Log("aéb\ncd\r\nef\nzz".encode()))
show(1, lambda: r.readline())
show(2, lambda: r.readline(keepends=False))
show(3, lambda: r.readline(1))
show(4, lambda: r.readlines())
show("end", lambda: r.readline())
show("it", lambda: list(r))
r=U(Log(("x"*100+"\n"+"y"*9000).encode()));
show("long", lambda: len(r.readline()))
show("long", lambda: len(r.readline())); 
r=U(Log(b"abc\ndef\xff\nxx"))
show("first", lambda: r.readline())
show("bad", lambda: r.readline())
r=U(Log(b"abcdefgh"))
show("chars", lambda: r.read(2,5))
show("chars",lambda: r.read(chars=2)); r.seek(0)
show("seek", lambda: r.read(3))
show("attr", lambda: (r.getvalue(), r.errors))
show("size0", lambda: r.read(0))
r=U(Log("é".encode()))
show("half", lambda: r.read(1))
r=U(Log("ab\r\ncd\r\n".encode()))
show("rl", lambda: r.readline(3))
show("rl", lambda: r.readline())
r=U(Log(b"a\x0bb\x1cc\xe2\x80\xa8d\n"))
show("lines", lambda: r.readlines()); 
show("pick", lambda: r.__reduce_ex__(2))
w=codecs.getwriter("utf-16")(io.BytesIO()); w.write("a"); w.write("b"); w.writelines(["c","d"])
show("w", lambda: w.getvalue()); w.reset(); w.write("e");  show("w", lambda: w.getvalue())
show("w", lambda: w.write(b"x"))
w=codecs.getwriter("ascii")(io.BytesIO(),"replace"); w.write("é")
show("w", lambda: w.getvalue())
r=codecs.getreader("utf-16")(io.BytesIO("ab".encode("utf-16")))
show("r16", lambda: r.read())
r=codecs.getreader("utf-8-sig")(io.BytesIO("ab".encode("utf-8-sig")))
show("rs", lambda: r.read()); r.seek(0)
show("rs", lambda: r.read())
rw=codecs.StreamReaderWriter(io.BytesIO(b"one\ntwo\n"), codecs.getreader("utf-8"), codecs.getwriter("utf-8"))
show("rw", lambda: (rw.readline(), next(rw), list(rw))); rw.write("éé")
show("rw", lambda: (rw.getvalue(), rw.encoding)); 
with rw as q: show("with", lambda: q is rw)
show("closed", lambda: rw.stream.closed)
e=codecs.EncodedFile(io.BytesIO("é\nb".encode()), "latin-1", "utf-8")
show("ef", lambda: (e.read(), e.data_encoding, e.file_encoding)); e.write(b"\xe9")
show("ef", lambda: e.getvalue()); e.seek(0)
show("ef", lambda: (e.readline(), e.readlines(), list(e)))
show("ie", lambda: list(codecs.iterencode(["a","é",""], "utf-16")))
show("id", lambda: list(codecs.iterdecode([b"\xc3",b"\xa9",b""], "utf-8")))
show("id", lambda: list(codecs.iterdecode([b"\xc3"], "utf-8")))
show("ieb", lambda: list(codecs.iterencode([b"a"],"hex")))
