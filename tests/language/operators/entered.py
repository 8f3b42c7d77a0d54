class Acc:
    def __init__(self, n): self.n = n
    def __iadd__(self, other):
        if other == "no": return NotImplemented
        self.n += other if isinstance(other, int) else 100
        return self
    def __add__(self, other):
        if other == "no": return NotImplemented
        return Acc(self.n + 1000)
    def __sub__(self, other): return NotImplemented
    def __pow__(self, other): return ("pow", other)
    def __lt__(self, other): return self.n < other.n
    def __eq__(self, other): return isinstance(other, Acc) and self.n == other.n
    def __repr__(self): return f"Acc({self.n})"

class Right:
    def __radd__(self, other): return ("radd", other)
    def __rsub__(self, other): return ("rsub", other)
    def __repr__(self): return "Right"

class Sub(Acc):
    def __radd__(self, other): return "Sub.radd"
    def __iadd__(self, other): return NotImplemented

def attempt(f):
    try: print(f())
    except TypeError as e: print("TypeError:", e)

def plus(a, b):
    a += b
    return a
def minus(a, b):
    a -= b
    return a
def power(a, b):
    a **= b
    return a

a = Acc(1)
for f in (lambda: plus(a, 5), lambda: plus(a, "no"), lambda: plus(a, Right()), lambda: plus(Sub(3), 4), lambda: plus(Sub(3), "no"),
          lambda: plus(a, Sub(2)), lambda: a + Sub(2), lambda: minus(a, Right()), lambda: minus(a, 1), lambda: a - 1,
          lambda: a ** 3, lambda: power(a, 4), lambda: a ** Right(), lambda: plus(Sub(3), Right()), lambda: Acc(1) < Acc(2), lambda: Acc(1) == Acc(1), lambda: Acc(1) != Acc(1)):
    attempt(f)
n = 0
for i in range(10):
    if Acc(i) < Acc(5): n += 1
    if Acc(i) == Acc(i): n += 10
    if not Acc(i): n += 100
    if Acc(i) is a: n += 1000
print(n)
class Box:
    def __init__(self): self.x = None; self.items = []; self.s = "a"; self.t = self.s
    def __del__(self): print("gone")
b = Box()
if b.x is None: print("none")
if b.items: print("items")
if not b.items: print("empty")
if b.s == b.t: print("same")
if Box() is not None: print("not none")
if Box(): print("true")
if Box() is Box(): print("?")
del b
def gen(): 
    b = Box()
    if b.x is b.items: print("?")
    b.items.append(1)
    while b.items:
        b.items.pop()
    return Box().s == "a"
print(gen())
