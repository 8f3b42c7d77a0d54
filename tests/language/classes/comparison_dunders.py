# Comparison methods: reflection, NotImplemented, hash, defaults.
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N{self.n}"
    def __eq__(self, other):
        print("eq", self, other, end="; ")
        return self.n == other.n if isinstance(other, N) else NotImplemented
    def __lt__(self, other):
        print("lt", self, other, end="; ")
        return self.n < other.n if isinstance(other, N) else NotImplemented
    def __le__(self, other): return "le"
    def __hash__(self): return hash(self.n)


a, b = N(1), N(2)
print(a == b, a != b, a < b, a > b, a <= b, a >= b)
print(a == 1, 1 == a, a != 1)
print(sorted([N(3), N(1), N(2)]), max(N(1), N(5)), min([N(4), N(2)]))
print(a in [N(1)], [N(0), N(1)].index(a), [a].count(N(1)), {N(1): "x"}[N(1)], len({N(1), N(1)}))
for operation in [lambda: a < 1, lambda: 1 < a]:
    try:
        print(operation())
    except TypeError as error:
        print(error)
class EqOnly:
    def __eq__(self, other): return True
try:
    hash(EqOnly())
except TypeError as error:
    print(error)
print(EqOnly() != 5, EqOnly() == None, 5 == EqOnly(), [EqOnly()] == [1])
class Ne:
    def __ne__(self, other): return "ne result"
print(Ne() != 1, Ne() == 1)
class Base:
    def __eq__(self, other): return "base"
class Derived(Base):
    def __eq__(self, other): return "derived"
print(Base() == Derived(), Derived() == Base())
class Truthy:
    def __lt__(self, other): return []
print(Truthy() < 1 < 5, (Truthy() < 1) is not None, not (Truthy() < 2))
x = object()
print(x == x, x != x, x == object())
try:
    x < x
except TypeError as error:
    print(error)
