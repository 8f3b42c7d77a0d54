# __del__ runs when the last reference goes.
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


n = Noisy("a")
m = n
del n
print("one left")
del m
print("gone")
n = Noisy("b")
n = Noisy("c")
print("rebound")
def local():
    x = Noisy("local")
    print("inside")
local()
items = [Noisy(1), Noisy(2)]
items.pop()
print("popped")
items.clear()
Noisy("temporary")
print("after temporary")
table = {"k": Noisy("value")}
table["k"] = None
def argument(x): return None
argument(Noisy("argument"))
try:
    raise ValueError(Noisy("in exception"))
except ValueError:
    print("handled")
print("after")
for x in [Noisy("loop1"), Noisy("loop2")]:
    print("body", x.name)
del x
kept = []
class Back(Noisy):
    def __del__(self):
        print("resurrect")
        kept.append(self)
Back("r")
print(kept[0].name)
kept.clear()
print("end")
