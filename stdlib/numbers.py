"""The tower of numbers as abstract base classes: each floor says what its numbers must be able to do.

Invariant: an operator that a class leaves to its subclasses is abstract there; what follows from others is defined.
"""
from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _named(operation, where, name, meaning):
    operation.__name__ = name
    operation.__qualname__ = f"{where}.{name}"
    operation.__doc__ = f"Return {meaning}."
    return abstractmethod(operation)


def _one(where, name, meaning):
    """An abstract method of the number alone."""
    def operation(self):
        raise NotImplementedError
    return _named(operation, where, name, meaning)


def _two(where, name, meaning):
    """An abstract method of two numbers."""
    def operation(self, other):
        raise NotImplementedError
    return _named(operation, where, name, meaning)


def _both(where, name, sign):
    """The abstract methods of an operator, for the number on its left and on its right."""
    return _two(where, f"__{name}__", f"self {sign} other"), _two(where, f"__r{name}__", f"other {sign} self")


class Number(metaclass=ABCMeta):
    """Any number; says nothing of what it can do."""

    __slots__ = ()
    # Subclasses that compare must say how they hash.
    __hash__ = None


class Complex(Number):
    """A number with a real and an imaginary part."""

    __slots__ = ()

    __complex__ = _one("Complex", "__complex__", "a built-in complex")
    __add__, __radd__ = _both("Complex", "add", "+")
    __mul__, __rmul__ = _both("Complex", "mul", "*")
    __truediv__, __rtruediv__ = _both("Complex", "truediv", "/")
    __neg__ = _one("Complex", "__neg__", "-self")
    __pos__ = _one("Complex", "__pos__", "+self")
    __abs__ = _one("Complex", "__abs__", "the distance from 0")
    __eq__ = _two("Complex", "__eq__", "self == other")

    @abstractmethod
    def __pow__(self, exponent):
        """Return self ** exponent."""
        raise NotImplementedError

    @abstractmethod
    def __rpow__(self, base):
        """Return base ** self."""
        raise NotImplementedError

    conjugate = _one("Complex", "conjugate", "the number with its imaginary part negated")
    real = property(_one("Complex", "real", "the real part"))
    imag = property(_one("Complex", "imag", "the imaginary part"))

    def __bool__(self):
        """Return self != 0."""
        return self != 0

    def __sub__(self, other):
        """Return self - other."""
        return self + -other

    def __rsub__(self, other):
        """Return other - self."""
        return -self + other


Complex.register(complex)


class Real(Complex):
    """A number on the line: ordered, and with a remainder after division."""

    __slots__ = ()

    __float__ = _one("Real", "__float__", "a built-in float")
    __trunc__ = _one("Real", "__trunc__", "the nearest integer between 0 and self")
    __floor__ = _one("Real", "__floor__", "the greatest integer that is not above self")
    __ceil__ = _one("Real", "__ceil__", "the least integer that is not below self")
    __floordiv__, __rfloordiv__ = _both("Real", "floordiv", "//")
    __mod__, __rmod__ = _both("Real", "mod", "%")
    __lt__ = _two("Real", "__lt__", "self < other")
    __le__ = _two("Real", "__le__", "self <= other")

    @abstractmethod
    def __round__(self, ndigits=None):
        """Return self rounded to a number of digits, or to an integer."""
        raise NotImplementedError

    def __divmod__(self, other):
        """Return self // other and self % other."""
        return self // other, self % other

    def __rdivmod__(self, other):
        """Return other // self and other % self."""
        return other // self, other % self

    def __complex__(self):
        """Return a built-in complex."""
        return complex(float(self))

    real = property(lambda self: +self, doc="Return the number itself.")
    imag = property(lambda self: 0, doc="Return 0.")

    def conjugate(self):
        """Return the number itself."""
        return +self


Real.register(float)


class Rational(Real):
    """A number that is a fraction in lowest terms."""

    __slots__ = ()

    numerator = property(_one("Rational", "numerator", "what stands above the line"))
    denominator = property(_one("Rational", "denominator", "what stands below, positive"))

    def __float__(self):
        """Return the fraction as a built-in float."""
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """A whole number: has bits, and counts."""

    __slots__ = ()

    __int__ = _one("Integral", "__int__", "a built-in int")
    __lshift__, __rlshift__ = _both("Integral", "lshift", "<<")
    __rshift__, __rrshift__ = _both("Integral", "rshift", ">>")
    __and__, __rand__ = _both("Integral", "and", "&")
    __xor__, __rxor__ = _both("Integral", "xor", "^")
    __or__, __ror__ = _both("Integral", "or", "|")
    __invert__ = _one("Integral", "__invert__", "~self")

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """Return self ** exponent, reduced by the modulus if there is one."""
        raise NotImplementedError

    def __index__(self):
        """Return the number as an index."""
        return int(self)

    def __float__(self):
        """Return the number as a built-in float."""
        return float(int(self))

    numerator = property(lambda self: +self, doc="Return the number itself.")
    denominator = property(lambda self: 1, doc="Return 1.")


Integral.register(int)
