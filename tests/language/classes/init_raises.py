class A:
    def __init__(self, x):
        if x == "bad": raise ValueError(x)
        self.x = x
        print("init", x)
    def __del__(self): hasattr(self, "x") and print("del", self.x)
def f():
    b = A(1)
    try: b = A("bad")
    except ValueError: print("still", b.x)
    b = A(2)
    print("now", b.x)
f()
class B:
    def __init__(self, x, *, y=2, **kw):
        if x == "bad": raise ValueError(x)
        self.x = x
        self.y = y
    def __del__(self): hasattr(self, "x") and print("del B", self.x)
class Worse:
    def __init__(self): 
        del self
        return 3
class Gone:
    def __init__(self):
        self = None
class E(Exception):
    def __init__(self, x):
        if x == "bad": raise ValueError(x)
        self.x = x
class Meta(type):
    def __call__(cls, *a, **kw): return super().__call__(*a, **kw)
class M(metaclass=Meta):
    def __init__(self, x):
        if x == "bad": raise ValueError(x)
        self.x = x
class N:
    def __new__(cls, x): return super().__new__(cls)
    def __init__(self, x):
        if x == "bad": raise ValueError(x)
        self.x = x
def g(cls, args=("bad",), kw={}):
    b = "old"
    for how in range(4):
        try:
            if how == 0: b = cls(*args)
            elif how == 1: b = cls(x="bad")
            elif how == 2: b = cls("bad", **kw)
            else: b = cls("bad")
        except ValueError as e: print(cls.__name__, how, "still", b, e)
for c in (A, B, E, M, N): g(c)
def h():
    w = 1
    try: w = Worse()
    except TypeError as e: print(w, e)
    w = Gone()
    print(type(w).__name__)
    w = B(1); w = B(2, y=4); w = B(*(3,)); w = B(x=4, z=1)
    print(w.x)
    x = y = B(5)
    d = {"k": B(6)}
    d["k"] = B(7)
    w.z = B(8)
    w.z = B(9)
    def gen():
        q = B(10)
        yield q.x
        q = B(11)
        yield q.x
    print(list(gen()))
    return B(12).x + B(13).x
print(h())
k = B("mod")
try: k = B("bad")
except ValueError: print(k.x)
