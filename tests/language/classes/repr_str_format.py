# __str__, __repr__, __format__, __bytes__, __bool__, __index__, __int__, __float__, __round__, __hash__.
class Both:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
class OnlyRepr:
    def __repr__(self): return "only repr"
class OnlyStr:
    def __str__(self): return "only str"


b = Both()
print(b, [b], (b,), {b: b}, f"{b} {b!r} {b!s}", "%s %r" % (b, b), str(b), repr(b), "{} {!r}".format(b, b))
print(OnlyRepr(), str(OnlyRepr()), repr(OnlyStr())[:19], format(OnlyRepr(), ""))
class Convert:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bytes__(self): return b"bytes"
    def __round__(self, digits=None): return ("round", digits)
    def __trunc__(self): return 1
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bool__(self): return False
    def __hash__(self): return 99
    def __format__(self, spec): return spec[::-1]
    def __complex__(self): return 1j


import math
c = Convert()
print(int(c), float(c), [10, 20, 30][c], bytes(c), round(c), round(c, 2), bool(c), not c, hash(c), f"{c:abc}", format(c, "xyz"))
print("abcdef"[c:], hex(c), "x" * c, range(c), math.floor(c), math.ceil(c), math.sqrt(c), bool(c and "never"))
class BadStr:
    def __str__(self): return 5
class BadRepr:
    def __repr__(self): return None
class BadHash:
    def __hash__(self): return "x"
class BadIndex:
    def __index__(self): return 1.5
for bad in [lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: hash(BadHash()), lambda: [1][BadIndex()], lambda: int(Both()),
            lambda: float("x" and Both()), lambda: format(Both(), "x"), lambda: hash([])]:
    try:
        bad()
    except TypeError as error:
        print(error)
