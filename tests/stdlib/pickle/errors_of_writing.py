"""What can't be pickled, and what the errors say."""
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


bad = lambda: 0
class Local: pass
def mk():
    class In: pass
    return In
In = mk()
class R:
    def __init__(s, v): s.v = v
    def __reduce__(s): return s.v
class C: pass
for p in (0, 2, 4):
    d = lambda x: pickle.dumps(x, p)
    print("== ", p)
    show("lambda", lambda: d(bad)); show("local", lambda: d(In)); show("localinst", lambda: d(In()))
    show("list", lambda: d([1, bad])); show("tuple", lambda: d((1, bad))); show("tup5", lambda: d((1,2,3,4, bad))); show("dict", lambda: d({"k": bad})); show("dictkey", lambda: d({bad:1})); show("set", lambda: d({bad})); show("fs", lambda: d(frozenset({bad})))
    c = C(); c.x = bad; show("state", lambda: d(c))
    show("nest", lambda: d([{"a": (c,)}]))
    for v in (1, None, (), (1,), (1,2), (len,2), (len,(),1,2,3,4,5), (len, (), None, 3), (len, (), None, None, 3), (len, (), None, None, None, 5), (len, (bad,)), (bad, ()), "nosuch", "len", (len, (), bad), (list, (), None, iter([bad])), (dict,(),None,None,iter([("k",bad)])), (dict,(),None,None,iter([1])), (list, (), {"a":1}, None, None, bad), (copyreg.__newobj__, ()), (copyreg.__newobj__, (1,)), (copyreg.__newobj__, (int,)), (copyreg.__newobj__, (R,bad)), (copyreg.__newobj_ex__, ()), (copyreg.__newobj_ex__, (R,1,2)), (copyreg.__newobj_ex__, (R,(),2)), (copyreg.__newobj_ex__, (1,(),{})), (copyreg.__newobj_ex__, (R,(),{"v":bad})), (copyreg.__newobj_ex__, (R,(),{"v":1}))):
        show(str(len(repr(v)))[:0], lambda: d(R(v)))
show("proto", lambda: pickle.dumps(1, 6))
show("proto-1", lambda: pickle.dumps(1, -1))
show("protostr", lambda: pickle.dumps(1, "a"))
show("bufcb", lambda: pickle.dumps(1, 4, buffer_callback=len))
show("nofile", lambda: pickle.dump(1, 3))
show("P1", lambda: pickle.Pickler(3))
show("load", lambda: pickle.load(3))
show("loads", lambda: pickle.loads("a"))
class Pk(pickle.Pickler):
    def __init__(s): pass
show("noinit", lambda: Pk().dump(1))
class Uk(pickle.Unpickler):
    def __init__(s): pass
show("noinit", lambda: Uk().load())
