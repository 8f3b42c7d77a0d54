"""Error handlers, registered and built in, and the base classes."""
import codecs
import io
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


def h(e): return ("<%d>" % e.start, e.end)
codecs.register_error("test.h", h)
show("h", lambda: codecs.encode("aéb€","ascii","test.h"))
show("h", lambda: codecs.decode(b"a\xffb\xfe","utf-8","test.h"))
show("h16", lambda: codecs.decode(b"a\0b","utf-16-le","test.h"))
codecs.register_error("test.b", lambda e: (b"!", e.end))
show("hb", lambda: codecs.encode("aéb€","ascii","test.b"))
show("hb", lambda: codecs.decode(b"\xff","ascii","test.b"))
codecs.register_error("test.x", lambda e: 5)
show("hx", lambda: codecs.encode("aéb€","ascii","test.x"))
codecs.register_error("test.p", lambda e: ("", 99))
show("hp", lambda: codecs.encode("aéb€","ascii","test.p"))
codecs.register_error("test.n", lambda e: ("?", -1))
show("hn", lambda: codecs.encode("aéb","ascii","test.n"))
show("un", lambda: codecs.lookup_error("nope"))
show("reg", lambda: codecs.register_error("a",5))
show("lk", lambda: codecs.lookup_error("strict") is codecs.strict_errors)
ee=UnicodeEncodeError("ascii","aé€😀b",1,4,"x"); de=UnicodeDecodeError("ascii",b"a\xe9b",1,2,"x"); te=UnicodeTranslateError("aé",1,2,"x")
for n in "strict ignore replace xmlcharrefreplace backslashreplace".split():
    f=getattr(codecs,n+"_errors")
    for x in (ee,de,te,ValueError(1),5): show((n,type(x).__name__), lambda: f(x))
for n in ("namereplace",):
    f=getattr(codecs,n+"_errors")
    for x in (de,te,ValueError(1)): show((n,type(x).__name__), lambda: f(x))
show("bufdec", lambda: codecs.BufferedIncrementalDecoder().decode(b"a"))
show("Codec", lambda: codecs.Codec().encode("a"))
show("IE", lambda: codecs.IncrementalEncoder().encode("a"))
show("IE", lambda: (codecs.IncrementalEncoder().getstate(), codecs.IncrementalDecoder("x").getstate(), codecs.IncrementalDecoder("x").errors))
show("SR", lambda: codecs.StreamReader(io.BytesIO(b"a")).read())
show("make", lambda: (codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1:2,3:2,4:5})))
i=codecs.lookup("utf-8")
show("repr", lambda: repr(i)[:40])
show("four", lambda: len(i))
show("pick", lambda: len(i.__getnewargs__()))
show("utf_8_decode", lambda: codecs.utf_8_decode(b"a\xc3"))
show("utf_8_decode", lambda: codecs.utf_8_decode(b"a\xc3","strict",True))
show("x", lambda: codecs.utf_16_ex_decode(b"\xfe\xff\0a"))
show("x", lambda: codecs.utf_16_encode("a","strict",1))
show("x", lambda: codecs.latin_1_encode("é"))
show("x",lambda: codecs.ascii_decode(b"a\xe9","replace"))
show("x", lambda: codecs.utf_16_le_decode(b"a\0\x3d\xd8", "strict", False))
show("rb", lambda: codecs.readbuffer_encode("é"))
