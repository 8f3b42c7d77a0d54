"""Classes: numbers, containers, iteration protocols, hooks, metaclasses, properties, copies."""


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n=0, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        if d < 0:
            n, d = -n, -d
        a, b = abs(n), d
        while b:
            a, b = b, a % b
        self.n, self.d = n // (a or 1), d // (a or 1)

    @classmethod
    def parse(cls, text):
        n, slash, d = text.partition("/")
        return cls(int(n), int(d) if slash else 1)

    @staticmethod
    def coerce(x):
        return x if isinstance(x, Fraction) else Fraction(x) if isinstance(x, int) else None

    def _op(function):
        def method(self, other):
            other = Fraction.coerce(other)
            return NotImplemented if other is None else function(self, other)

        def reflected(self, other):
            other = Fraction.coerce(other)
            return NotImplemented if other is None else function(other, self)
        return method, reflected

    __add__, __radd__ = _op(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _op(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _op(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _op(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __eq__, _ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__, __gt__ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    __le__, __ge__ = _op(lambda a, b: a.n * b.d <= b.n * a.d)
    del _op, _

    def __hash__(self):
        return hash((self.n, self.d)) if self.d != 1 else hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d if self.n > 0 else -(-self.n // self.d)

    def __round__(self, digits=None):
        return round(float(self), digits)

    def __pow__(self, k):
        return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)

    def __format__(self, spec):
        if spec.endswith("/"):
            return f"{str(self):{spec[:-1]}}"
        return format(float(self), spec) if spec else str(self)

    def __str__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    def __repr__(self):
        return f"Fraction({self.n}, {self.d})"


F = Fraction
half, third = F(1, 2), F.parse("-3/9")
print(half + third, half - 1, 2 * third, 1 / half, half / third, -third, abs(third), half ** 3, half ** -2, sum([half, half, third]))
print(half > third, half >= F(2, 4), F(4, 2) == 2, hash(F(4, 2)) == hash(2), {F(1, 2): "x"}[F(2, 4)], bool(F(0)), sorted([half, third, F(1), F(-1, 7)]), max(half, third))
print(f"{half:.3f} {third:>8/}| {half} {half!r:>18}", float(third), int(F(-7, 2)), round(F(7, 2)), round(F(22, 7), 3), complex(half) if False else "")
for op in (lambda: half + "a", lambda: "a" + half, lambda: half < "a", lambda: F(1, 0), lambda: half / 0, lambda: half @ half, lambda: half.x, lambda: setattr(half, "x", 1), lambda: F("a"), lambda: [1] * half, lambda: half(), lambda: half[0], lambda: len(half), lambda: iter(half), lambda: int("x"), lambda: F.parse("1/x")):
    try:
        print(op())
    except Exception as e:
        print(type(e).__name__, e)


class Ring:
    def __init__(self, items, size):
        self.items, self.size, self.at = list(items)[-size:], size, 0

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        if not -len(self) <= i < len(self):
            raise IndexError(f"ring index {i}")
        return self.items[(self.at + i) % len(self.items)]

    def __setitem__(self, i, value):
        self.items[(self.at + i) % len(self.items)] = value

    def __delitem__(self, i):
        del self.items[(self.at + i) % len(self.items)]

    def __contains__(self, x):
        return x in self.items

    def __iadd__(self, more):
        for x in more:
            if len(self.items) < self.size:
                self.items.append(x)
            else:
                self.items[self.at] = x
                self.at = (self.at + 1) % self.size
        return self

    def __reversed__(self):
        return (self[i] for i in range(len(self) - 1, -1, -1))

    def __call__(self, *args, **kw):
        return args, kw

    def __index__(self):
        return self.at


ring = Ring("abc", 4)
ring += "defg"
print(list(ring), ring[0], ring[-1], ring[1:3], ring[::-1], "a" in ring, "g" in ring, len(ring), [*reversed(ring)], ring(1, k=2), list(range(10))[ring], ring.at)
ring[0] = "Z"
del ring[1]
a, b, *c = ring
print(a, b, c, list(zip(ring, range(9))), sorted(ring, key=str.lower), ring.index if hasattr(ring, "index") else "no index")
try:
    ring[10]
except IndexError as e:
    print(e)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__.lower()] = cls

    def __class_getitem__(cls, item):
        return cls.registry[item]


class Csv(Plugin): pass
class Json(Plugin, name="js"): pass


print(Plugin.registry, Plugin["js"], Csv.__mro__)


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        print("computing", name)
        value = self.__dict__[name] = name * 2
        return value

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["x", "y"]


lazy = Lazy()
print(lazy.ab, lazy.ab, dir(lazy), hasattr(lazy, "_p"), getattr(lazy, "_q", "default"))
lazy.k = 1
del lazy.k
try:
    del lazy.k
except AttributeError as e:
    print(e)


class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B", *super().who()]
class C(A):
    def who(self): return ["C", *super().who()]
class D(B, C):
    def who(self): return ["D", *super().who()]
    @property
    def size(self): return self._size
    @size.setter
    def size(self, v):
        if v < 0: raise ValueError("negative size")
        self._size = v
    @size.deleter
    def size(self): del self._size


d = D()
d.size = 3
print(d.who(), d.size, type(D.size).__name__, [c.__name__ for c in D.mro()])
for action in (lambda: setattr(d, "size", -1), lambda: delattr(d, "size"), lambda: d.size, lambda: D.who(), lambda: D().who(1), lambda: super(B, d).who(), lambda: type("E", (C, B, D), {})):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n + 1


class Indexed:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10


print(list(Countdown(3)), max(Countdown(4)), 2 in Countdown(3), [*Indexed()], 30 in Indexed(), sum(Indexed()), dict(enumerate(Countdown(2))), tuple(Countdown(0)), list(iter(lambda it=iter([3, 2, 0, 1]): next(it), 0)))
x, (y, *z) = Countdown(2)[0] if hasattr(Countdown, "__getitem__") else 1, Countdown(3)
print(x, y, z, next(iter([]), "none"), list(zip(Countdown(2), Countdown(3), strict=False)))
try:
    list(zip(Countdown(2), Countdown(3), strict=True))
except ValueError as e:
    print(e)
try:
    a, b = Countdown(3)
except ValueError as e:
    print(e)
try:
    a, b, c, d2 = Countdown(3)
except ValueError as e:
    print(e)


class Meta(type):
    def __call__(cls, *args):
        if not hasattr(cls, "_one"):
            cls._one = super().__call__(*args)
        return cls._one
    def __getattr__(cls, name): return f"meta {name}"
    def __contains__(cls, x): return x == 1
    def __str__(cls): return f"<{cls.__name__}>"
    @property
    def kind(cls): return "singleton"


class One(metaclass=Meta):
    def __init__(self, *a): print("made", a)


print(One(1) is One(2), One.anything, 1 in One, str(One), f"{One}", One.kind, type(One).__name__, isinstance(One, Meta))
try:
    One().kind
except AttributeError as e:
    print(e)
