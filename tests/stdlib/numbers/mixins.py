# What the classes add to those who define the abstract part.
from numbers import Complex, Integral, Rational, Real


class Pair(Complex):
    """A complex number over any two parts."""

    def __init__(self, real, imag=0):
        self._real, self._imag = real, imag

    real = property(lambda self: self._real)
    imag = property(lambda self: self._imag)
    __hash__ = lambda self: hash((self._real, self._imag))

    def __repr__(self):
        return f"<{self._real},{self._imag}>"

    def __complex__(self):
        return complex(self._real, self._imag)

    def __add__(self, other):
        other = other if isinstance(other, Pair) else Pair(other)
        return Pair(self._real + other._real, self._imag + other._imag)

    __radd__ = __add__

    def __neg__(self):
        return Pair(-self._real, -self._imag)

    def __pos__(self):
        return self

    def __eq__(self, other):
        return complex(self) == other

    def __abs__(self):
        return abs(complex(self))

    def conjugate(self):
        return Pair(self._real, -self._imag)

    def _missing(self, other):
        return NotImplemented

    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = _missing


a, b = Pair(1, 2), Pair(3, 5)
print(a + b, a - b, 10 - a, a - 1, bool(a), bool(Pair(0)), a != b, -a, abs(Pair(3, 4)), isinstance(a, Complex))
try:
    a * b
except TypeError as error:
    print(error)


class Half(Rational):
    """So many halves."""

    def __init__(self, count):
        self.count = count

    numerator = property(lambda self: self.count if self.count % 2 else self.count // 2)
    denominator = property(lambda self: 2 if self.count % 2 else 1)

    def __repr__(self):
        return f"{self.numerator}/{self.denominator}"

    def __hash__(self):
        return hash(float(self))

    def __floordiv__(self, other):
        return int(float(self) // float(other))

    def __rfloordiv__(self, other):
        return int(float(other) // float(self))

    def __mod__(self, other):
        return float(self) % float(other)

    def __rmod__(self, other):
        return float(other) % float(self)

    def __eq__(self, other):
        return float(self) == float(other)

    def __lt__(self, other):
        return float(self) < float(other)

    def __le__(self, other):
        return float(self) <= float(other)

    def __add__(self, other):
        return Half(self.count + int(2 * other))

    __radd__ = __add__
    __neg__ = lambda self: Half(-self.count)
    __pos__ = lambda self: Half(self.count)
    __abs__ = lambda self: Half(abs(self.count))
    __trunc__ = lambda self: int(self.count / 2)
    __floor__ = lambda self: self.count // 2
    __ceil__ = lambda self: -(-self.count // 2)
    __round__ = lambda self, ndigits=None: round(self.count / 2, ndigits)
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = lambda self, other: NotImplemented


import math

h = Half(7)
print(h, float(h), complex(h), h.real, h.imag, h.conjugate(), divmod(h, 2), divmod(9, h), bool(h), bool(Half(0)))
print(math.floor(h), math.ceil(h), math.trunc(Half(-7)), round(h), h < 4, h <= 3, h - 1, 5 - h, h == 3.5)
print(isinstance(h, Real), isinstance(h, Integral), type(h.real) is Half)


class Count(Integral):
    """An integer that tells its work."""

    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    def __pos__(self):
        return type(self)(self.value)

    def __repr__(self):
        return f"Count({self.value})"


rest = {name: (lambda self, *other: NotImplemented) for name in Count.__abstractmethods__}
Whole = type(Count)("Whole", (Count,), rest)
w = Whole(5)
print(w.numerator, w.denominator, float(w), complex(w), [0] * 3 + list(range(w)), "abcdefgh"[w], hex(w), w.imag)
