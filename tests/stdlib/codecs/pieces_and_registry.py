"""Coding piece by piece; search functions."""
import codecs
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


for enc in ("utf-8","utf-16","utf-16-le","utf-32","utf-8-sig","ascii","latin-1", "utf-32-be"):
    d=codecs.getincrementaldecoder(enc)(); data="aé😀".encode(enc,"ignore")
    show(enc, lambda: [(d.decode(data[i:i+1]), d.getstate()) for i in range(len(data))]); show(enc, lambda: d.decode(b"\xd8",True)); d.reset(); show(enc, lambda: d.getstate()); 
    c=codecs.getincrementalencoder(enc)("replace"); show(enc, lambda: [c.getstate(), c.encode("a"), c.getstate(), c.encode("é"), c.reset(), c.encode("b"), c.getstate()]); show("set", lambda: c.setstate(2)); show("set", lambda: c.encode("q"))
for b in (b"\xe0\x80", b"\xed\xa0", b"\xf4\x90", b"\xc1", b"\xf5", b"\xe2\x82", b"\xf0\x9f\x98", b"\x80", b"ab\xe2\x28"):
    d=codecs.getincrementaldecoder("utf-8")("replace"); show(b, lambda: (d.decode(b), d.getstate(), d.decode(b"",True)))
show("rot", lambda: (codecs.encode("Hello","rot13"), codecs.decode("Uryyb","rot-13"), codecs.encode(b"ab","hex"), codecs.decode(b"6162","hex"), codecs.decode("6162","hex")))
show("hexbad", lambda: codecs.decode(b"6", "hex"))
show("hexbad", lambda: codecs.encode("a", "hex"))
show("rotbad", lambda: codecs.encode(b"a", "rot13"))
show("hexerr", lambda: codecs.encode(b"a","hex","ignore"))
show("enc", lambda: codecs.encode(b"a"))
show("enc", lambda: codecs.encode("é","ascii"))
show("dec", lambda: codecs.decode(b"\xe9","ascii"))
show("dec", lambda: codecs.decode("a"))
show("nope", lambda: codecs.encode("a","nope"))
show("nope", lambda: codecs.lookup(5))
show("nul", lambda: codecs.lookup("a\0b"))
names=[]
def search(n):
    names.append(n)
    if n == "my_codec": return codecs.CodecInfo(lambda s,e="strict": (s.upper().encode(), len(s)), lambda b,e="strict": (bytes(b).decode().lower(), len(b)), name="my")
    if n == "bad": return (1,2,3)
    if n == "bad2": return codecs.CodecInfo(lambda s,e="strict": 5, lambda b,e="strict": 6, name="bad2")
codecs.register(search)
show("my", lambda: codecs.encode("abc","My-Codec"))
show("my", lambda: codecs.decode(b"ABC","my codec"))
show("bad", lambda: codecs.encode("a","bad"))
show("bad2", lambda: codecs.encode("a","bad2"))
show("bad2", lambda: codecs.decode("a","bad2")); print(names)
show("lk", lambda: codecs.lookup("my-codec") is codecs.lookup("MY CODEC")); codecs.unregister(search)
show("gone", lambda: codecs.lookup("my codec"))
show("reg", lambda: codecs.register(5))
show("noinc", lambda: codecs.getincrementalencoder("my_codec"))
show("noinc", lambda: codecs.getincrementaldecoder("my_codec"))
show("rd", lambda: codecs.getreader("my_codec"))
