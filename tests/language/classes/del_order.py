class B:
    def __init__(self, x): self.x = x
    def __del__(self): print("del", self.x)
def f():
    a = B(1); b = B(2); c = [B(3), B(4)]; d = {"k": B(5), "l": B(6)}; e = B(7); t = (B(8), B(9))
    return 0
f()
def g():
    a = B(1); b = B(2); c = [B(3), B(4)]
    a.z = B(10)
    a.y = B(11)
    b.z = B(12)
    return B(13).x
g()
