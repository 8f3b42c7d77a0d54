class L:
    def __init__(self, n): self.n = n
    def __len__(self): 
        if isinstance(self.n, Exception): raise self.n
        return self.n
class Big(int): pass
class Idx:
    def __index__(self): return 5
class Deep:
    def __len__(self): return len(self)
class Gone:
    def __len__(self): return 7
    def __del__(self): print("gone")
for n in (0, 3, True, Big(4), Idx(), -1, 10**30, "x", None, 2.5, ValueError("mine")):
    try: print(len(L(n)), end=" ")
    except Exception as e: print(type(e).__name__, e, end=" ")
    try: print(bool(L(n)))
    except Exception as e: print(type(e).__name__, e)
try: len(Deep())
except RecursionError as e: print("RecursionError")
print(len(Gone())); x = len(Gone()) + len(Gone()); print(x)
def f():
    a = L(2)
    a = len(a)
    return a
print(f(), sum(len(L(i)) for i in range(10)), [len(L(i)) for i in range(3)], max([L(1), L(5)], key=len).n)
L.__len__ = lambda self: 99
print(len(L(1)))
class M(type):
    def __len__(cls): return 11
class C(metaclass=M): pass
print(len(C))
def g():
    try: len(L(-1))
    except ValueError: return "caught"
print(g())
L.__len__ = 5
try: len(L(1))
except TypeError as e: print(e)
