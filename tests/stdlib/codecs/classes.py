"""Incremental classes of one's own, CodecInfo, copies."""
import codecs
import io
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("16", lambda: codecs.getincrementaldecoder("utf-16")().decode(b"a\0b\0"))
show("16", lambda: codecs.getreader("utf-16")(io.BytesIO(b"a\0b\0")).read())
show("32", lambda: codecs.getincrementaldecoder("utf-32")().decode(b"a\0\0\0"))
show("16d", lambda: codecs.decode(b"a\0b\0","utf-16"))
d=codecs.getincrementaldecoder("utf-16")(); d.decode(b"\xfe\xff\0a")
show("st", lambda: d.getstate()); d.setstate((b"",0))
show("st", lambda: d.decode(b"a\0")); d.setstate((b"a",1))
show("st", lambda: d.decode(b"b"))
show("kw", lambda: list(codecs.iterencode("a", "ascii", foo=1)))
show("ci", lambda: codecs.CodecInfo(1,2)); 
ci=codecs.CodecInfo(1,2,3,4,name="x")
show("ci", lambda: (tuple(ci), ci.incrementalencoder, ci._is_text_encoding, ci.name))
show("isinst", lambda: isinstance(ci, tuple))
show("ci2", lambda: codecs.CodecInfo(1,2,_is_text_encoding=False)._is_text_encoding)
import io
sr=codecs.getreader("utf-8"); s=sr(io.BytesIO("a\nb\nc".encode()))
show("a", lambda: next(s))
show("rest", lambda: s.read())
show("n", lambda: next(s))
s=sr(io.BytesIO("a\nb\nc".encode()))
show("a", lambda: s.readline())
show("rest", lambda: s.read(chars=2))
show("n", lambda: s.readlines(1))
show("copy", lambda: __import__("copy").copy(s))
sw=codecs.getwriter("utf-8")(io.BytesIO())
show("sw", lambda: __import__("copy").copy(sw))
show("srw", lambda: __import__("copy").copy(codecs.StreamReaderWriter(io.BytesIO(), codecs.getreader("utf-8"), codecs.getwriter("utf-8"))))
show("rec", lambda: __import__("copy").copy(codecs.EncodedFile(io.BytesIO(),"utf-8")))
import warnings
warnings.simplefilter("error")
show("open", lambda: codecs.open("/tmp/x","w"))
show("mod", lambda: (codecs.Codec.__module__, codecs.encode.__module__, codecs.lookup("hex").encode("a".encode()), codecs.lookup("rot13").decode("abz")))
for e in ("utf-8","utf-16","hex","rot13","ascii"):
    i=codecs.lookup(e); show(e, lambda: (i.streamreader(io.BytesIO(b"")).__class__.__name__, issubclass(i.streamreader, codecs.StreamReader), issubclass(i.incrementaldecoder, codecs.IncrementalDecoder), issubclass(i.incrementaldecoder, codecs.BufferedIncrementalDecoder), issubclass(i.streamwriter, codecs.StreamWriter)))
d=codecs.getincrementaldecoder("hex")()
show("hex", lambda: d.decode(b"6162")); e=codecs.getincrementalencoder("rot13")()
show("rot", lambda: e.encode("abc"))
class MyInc(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        n = len(input) if final else len(input)//2*2
        return input[:n].decode("ascii").upper(), n
m=MyInc()
show("m", lambda: (m.decode(b"abc"), m.getstate(), m.decode(b"d"), m.decode(b"e"), m.decode(b"",True), m.buffer))
class MyEnc(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        n = len(input) if final else len(input)//2*2
        return input[:n].encode(), n
m=MyEnc()
show("m", lambda: (m.encode("abc"), m.getstate(), m.encode("d"), m.encode("e"), m.getstate(), m.encode("",True), m.buffer)); m.setstate("q")
show("m", lambda: m.encode("r")); m.setstate(0)
show("m", lambda: m.buffer); m.reset()
