# __call__, __new__, singletons, subclasses of built-in types.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, *args, scale=1): return (self.n + sum(args)) * scale


add = Adder(10)
print(add(), add(1, 2), add(5, scale=2), callable(add), list(map(add, [1, 2])))


class Single:
    instance = None
    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, *args): print("init", args)


print(Single(1) is Single(2))
class Other:
    def __new__(cls): return "not an instance"
    def __init__(self): print("never called")
print(Other())
class Money(int):
    def __new__(cls, text): return super().__new__(cls, text.strip("$"))
    def __str__(self): return f"${int(self)}"
    def __add__(self, other): return Money(str(int(self) + int(other)))
m = Money("$5")
print(m, m + m, m * 2, isinstance(m, int), m == 5, type(m + 1).__name__, type(m * 1).__name__, hash(m) == hash(5))
class Stack(list):
    def push(self, x): self.append(x); return self
    def __repr__(self): return f"Stack{list(self)}"
s = Stack([1]).push(2)
print(s, len(s), s[0], s + [3], type(s + []).__name__, s == [1, 2], s[:1])
class Name(str):
    def shout(self): return self.upper() + "!"
print(Name("bob").shout(), Name("a") + "b", {Name("k"): 1}["k"], type(Name("x").upper()).__name__)
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    first = property(lambda self: self[0])
print(Pair(1, 2), Pair(1, 2).first, Pair(1, 2) == (1, 2))
class D(dict): pass
d = D(a=1)
d.attr = "x"
print(d, d.attr, d == {"a": 1})
print(object.__new__(Adder).__class__.__name__)
for bad in [lambda: object.__new__(5), lambda: object(1), lambda: int.__new__(str)]:
    try:
        bad()
    except TypeError as error:
        print(error)
