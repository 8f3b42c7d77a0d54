# Operators on instances: plain, reflected, in place, NotImplemented.
class V:
    def __init__(self, *n): self.n = n
    def __repr__(self): return f"V{self.n}"
    def __add__(self, other):
        if not isinstance(other, V): return NotImplemented
        return V(*(a + b for a, b in zip(self.n, other.n)))
    def __mul__(self, k): return V(*(a * k for a in self.n)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __sub__(self, other): return f"{self} - {other}"
    def __rsub__(self, other): return f"{other} - {self}"
    def __neg__(self): return V(*(-a for a in self.n))
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return sum(a * a for a in self.n) ** 0.5
    def __matmul__(self, other): return sum(a * b for a, b in zip(self.n, other.n))
    def __truediv__(self, k): return "truediv", k
    def __rfloordiv__(self, k): return "rfloordiv", k
    def __mod__(self, k): return "mod", k
    def __divmod__(self, k): return "divmod", k
    def __rdivmod__(self, k): return "rdivmod", k
    def __pow__(self, k, m=None): return "pow", k, m
    def __rpow__(self, k): return "rpow", k
    def __lshift__(self, k): return "lshift", k
    def __rrshift__(self, k): return "rrshift", k
    def __and__(self, k): return "and", k
    def __ror__(self, k): return "ror", k
    def __xor__(self, k): return "xor", k


v, w = V(1, 2), V(3, 4)
print(v + w, v * 2, 3 * v, v - 1, 1 - v, -v, +v, ~v, abs(w), v @ w)
print(v / 2, 7 // v, v % 3, divmod(v, 2), divmod(2, v), v ** 2, pow(v, 2, 5), 2 ** v, v << 1, 1 >> v, v & 1, 1 | v, v ^ 1)
for operation in [lambda: v + 1, lambda: 1 + v, lambda: v * "x", lambda: v // 2, lambda: v | 1, lambda: 2 / v, lambda: v @ 5]:
    try:
        print(operation())
    except (TypeError, AttributeError) as error:
        print(error)
class InPlace(V):
    def __iadd__(self, other):
        print("iadd")
        self.n += (other,)
        return self
    def __isub__(self, other): return NotImplemented
    def __imatmul__(self, other): return "imatmul"
i = j = InPlace(1)
i += 5
print(i, i is j)
i -= 1
print(i)
j @= 2
print(j)
v *= 3
print(v)
class Sub(V):
    def __radd__(self, other): return "subclass first"
print(V(1) + Sub(2), Sub(1) + V(2))
