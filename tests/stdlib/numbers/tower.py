# The tower: what is abstract, what is registered, what derives from what.
import numbers
from numbers import Complex, Integral, Number, Rational, Real

print(numbers.__all__)
for cls in (Number, Complex, Real, Rational, Integral):
    print(cls.__name__, cls.__bases__, cls.__slots__, type(cls).__name__, cls.__hash__)
    print("  abstract:", sorted(cls.__abstractmethods__))
    print("  own:", sorted(name for name in vars(cls) if name.strip("_") in
                           ("sub", "rsub", "bool", "divmod", "rdivmod", "complex", "float", "index", "hash")))

values = [1, True, 1.5, 1j, float("nan"), "1", None, [1], 10**100]
for value in values:
    print(repr(value)[:12], [isinstance(value, cls) for cls in (Number, Complex, Real, Rational, Integral)])
for kind in (int, bool, float, complex, str):
    print(kind.__name__, [issubclass(kind, cls) for cls in (Number, Complex, Real, Rational, Integral)])
print(Integral in int.__mro__, issubclass(Integral, Rational), issubclass(Real, Rational))

for cls in (Complex, Integral):
    try:
        cls()
    except TypeError as error:
        print(str(error)[:80])
print(type(Number()).__name__)
try:
    hash(Number())
except TypeError as error:
    print(error)

# The abstract methods can be called by those who derive.


class Stub(Integral):
    pass


Stub.__abstractmethods__ = frozenset()
stub = Stub()
for call in (lambda: stub + 1, lambda: 1 - stub, lambda: -stub, lambda: stub ** 2, lambda: stub.conjugate(),
             lambda: int(stub), lambda: stub.real, lambda: stub.imag, lambda: stub.denominator, lambda: stub == 1,
             lambda: round(stub), lambda: ~stub, lambda: stub < 1, lambda: divmod(stub, 2), lambda: float(stub)):
    try:
        print(call())
    except NotImplementedError as error:
        print("NotImplementedError", error)
print([name for name in ("__add__", "__pow__", "__rpow__", "__round__", "conjugate")
       if not getattr(Complex, name, getattr(Real, name, None)).__isabstractmethod__])
print(Complex.__add__.__qualname__, Real.__rmod__.__qualname__, Integral.__pow__.__qualname__, Complex.__eq__.__name__)
print(Real.conjugate.__qualname__, Integral.__index__.__qualname__, Complex.real.fget.__isabstractmethod__)
