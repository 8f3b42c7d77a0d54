import sys
def t(f):
    try: print("->", f())
    except BaseException as e: print(type(e).__name__, e, getattr(e, "name", None))
sys.modules["zzz"] = None
def i1(): import zzz
def i2(): from zzz import q
def i3(): import zzz.sub
sys.modules["math"] = None
def i4(): import math
t(i1); t(i2); t(i3); t(i4); t(lambda: __import__("zzz"))
del sys.modules["math"]
t(i4)
sys.modules["num"] = 5
def i7():
    import num; return num
def i8(): from num import real, imag; return real, imag
def i9(): from num import nope
def i10(): import num.sub
t(i7); t(i8); t(i9); t(i10)
class Mod:
    __all__ = ["a", "b"]; a = 1; b = 2; c = 3
sys.modules["obj"] = Mod
ns = {}
exec("from obj import *", ns); print(sorted(k for k in ns if k[0] != "_"))
Mod.__all__ = ["nope"]
t(lambda: exec("from obj import *", {}))
Mod.__all__ = [5]
t(lambda: exec("from obj import *", {}))
Mod.__all__ = 5
t(lambda: exec("from obj import *", {}))
def i11(): import nosuch.mod
def i12(): from . import x
def i13(): from .y import x
t(i11); t(i12); t(i13)
import asyncio as m
m2 = type(m)("newmod", "docs"); print(m2.__doc__, m2.__name__)
m2.__getattr__ = lambda n: "dyn " + n if n != "no" else (_ for _ in ()).throw(AttributeError("none"))
sys.modules["newmod"] = m2
from newmod import hello; print(hello)
def i14(): from newmod import no
t(i14)
