"""Globals, recursion, persistent ids, reducer_override and the memo."""
import copyreg
import io
import pickle
import sys
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


class A: pass
class B:
    class In:
        class Deep:
            def f(self): pass
    @classmethod
    def cm(cls): pass
A0=A
A = 5
A0.__module__="__main__"
for p in (0,1,2,3,4):
    show(p, lambda: pickle.dumps(A0, p))
    show(p, lambda: pickle.dumps(B.In, p))
    show(p, lambda: pickle.dumps(B.In.Deep, p))
    show(p, lambda: pickle.dumps(B.In.Deep(), p))
    show(p, lambda: pickle.dumps(B.In.Deep.f, p))
    show(p, lambda: pickle.dumps(B.cm, p))
class N: pass
N.__module__ = "nosuchmodule"
show("nomod", lambda: pickle.dumps(N))
class M: pass
M.__module__ = None
show("nonemod", lambda: pickle.dumps(M))
class M2: pass
M2.__module__ = "os"
show("os", lambda: pickle.dumps(M2))
class Q: pass
Q.__qualname__="Q.x.y"
show("qual", lambda: pickle.dumps(Q))
class É: pass
show("unicode", lambda: pickle.dumps(É, 2))
show("unicode3", lambda: pickle.dumps(É, 3))
copyreg.add_extension("__main__", "É", 300)
show("ext", lambda: pickle.dumps(É, 2))
show("ext4", lambda: pickle.dumps(É, 4))
show("extl", lambda: pickle.loads(pickle.dumps(É, 4)))
l=[]; l.append(l)
show("rec", lambda: [pickle.dumps(l,p) for p in range(6)])
l=[]; tt=(l,); l.append(tt)
show("rect", lambda: [pickle.dumps(tt,p) for p in range(6)])
l=[]; tt=(l,1,2,3); l.append(tt)
show("rect4", lambda: [pickle.dumps(tt,p) for p in range(6)])
class H:
    def __init__(s): pass
h=H(); fs=frozenset({h}); h.fs=fs
show("recfs", lambda: [pickle.dumps(fs,p) for p in range(6)])
h=H(); h.me=h;  show("reci", lambda: [pickle.dumps(h,p) for p in range(6)])
class P(pickle.Pickler):
    def persistent_id(self, o): return "id" if o == 7 else None
f=io.BytesIO()
for p in range(3):
    f=io.BytesIO(); P(f,p).dump([7,8]); print(f.getvalue())
class U(pickle.Unpickler):
    def persistent_load(self, pid): return ("loaded", pid)
f.seek(0); print(U(f).load())
class P(pickle.Pickler):
    def persistent_id(self, o): return "é\n" if o == 7 else None
show("pid", lambda: P(f,0).dump(7))
class P(pickle.Pickler):
    def reducer_override(self, o):
        if isinstance(o, H): return int, ("5",)
        return NotImplemented
f=io.BytesIO(); P(f).dump([h, H, len, 1]); print(f.getvalue())
class P(pickle.Pickler):
    def reducer_override(self, o): return 5
show("ro", lambda: P(f).dump(h))
pk=pickle.Pickler(f); pk.dump([1,"a"]); 
pk.memo.clear(); print(pk.memo.copy())
show("memo=", lambda: setattr(pk,"memo",5))
show("memo=", lambda: setattr(pk,"memo",{1:5}))
show("memo=", lambda: setattr(pk,"memo",{1:(0,"a")}))
show("dispatch_table", lambda: setattr(pk, "dispatch_table", 5))
show("d", lambda: pk.dump(1j))
show("m", lambda: type(pk.memo))
uk=pickle.Unpickler(io.BytesIO(pickle.dumps(["a"])))
show("l", uk.load)
show("l", lambda: (uk.memo, uk.memo.copy()))
show("l", uk.load)
show("memo=", lambda: setattr(uk,"memo",5))
show("memo=", lambda: setattr(uk,"memo",{1:5}))
show("memo=", lambda: setattr(uk,"memo",{"a":5}))
show("find", lambda: uk.find_class("os","path.join"))
show("find", lambda: uk.find_class(5,6))
show("persistent_load", lambda: uk.persistent_load(1))
show("pid", lambda: pk.persistent_id(1))
