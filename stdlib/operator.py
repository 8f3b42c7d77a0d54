"""The operators of the language as functions, and callables that fetch items, attributes and method results.

Invariant: no name in `__all__` binds when it is a class attribute. A plain function would become a method there, so the
functions, which are written with a first parameter that they ignore, are bound once to the class that keeps them.
"""
from builtins import abs as _abs

__all__ = [
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv", "ge",
    "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index", "indexOf",
    "inv", "invert", "ior", "ipow", "irshift", "is_", "is_none", "is_not", "is_not_none", "isub", "itemgetter",
    "itruediv", "ixor", "le", "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg",
    "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor",
]


# Comparison and truth.


def lt(_, a, b, /):
    """Return a < b."""
    return a < b


def le(_, a, b, /):
    """Return a <= b."""
    return a <= b


def eq(_, a, b, /):
    """Return a == b."""
    return a == b


def ne(_, a, b, /):
    """Return a != b."""
    return a != b


def ge(_, a, b, /):
    """Return a >= b."""
    return a >= b


def gt(_, a, b, /):
    """Return a > b."""
    return a > b


def not_(_, a, /):
    """Return not a."""
    return not a


def truth(_, a, /):
    """Return whether a counts as true."""
    return True if a else False


def is_(_, a, b, /):
    """Return a is b."""
    return a is b


def is_not(_, a, b, /):
    """Return a is not b."""
    return a is not b


def is_none(_, a, /):
    """Return a is None."""
    return a is None


def is_not_none(_, a, /):
    """Return a is not None."""
    return a is not None


# Arithmetic.


def abs(_, a, /):
    """Return the absolute value of a."""
    return _abs(a)


def add(_, a, b, /):
    """Return a + b."""
    return a + b


def and_(_, a, b, /):
    """Return a & b."""
    return a & b


def floordiv(_, a, b, /):
    """Return a // b."""
    return a // b


def lshift(_, a, b, /):
    """Return a << b."""
    return a << b


def mod(_, a, b, /):
    """Return a % b."""
    return a % b


def mul(_, a, b, /):
    """Return a * b."""
    return a * b


def matmul(_, a, b, /):
    """Return a @ b."""
    return a @ b


def or_(_, a, b, /):
    """Return a | b."""
    return a | b


def pow(_, a, b, /):
    """Return a ** b."""
    return a ** b


def rshift(_, a, b, /):
    """Return a >> b."""
    return a >> b


def sub(_, a, b, /):
    """Return a - b."""
    return a - b


def truediv(_, a, b, /):
    """Return a / b."""
    return a / b


def xor(_, a, b, /):
    """Return a ^ b."""
    return a ^ b


def neg(_, a, /):
    """Return -a."""
    return -a


def pos(_, a, /):
    """Return +a."""
    return +a


def invert(_, a, /):
    """Return ~a."""
    return ~a


def inv(_, a, /):
    """Return ~a."""
    return ~a


def index(_, a, /):
    """Return a as an integer, by its `__index__`."""
    # A range takes its end by `__index__`, with the errors and the warning that belong to it.
    return range(a).stop


# In place: the result is the left operand where that can be changed.


def iadd(_, a, b, /):
    """Do a += b and return a."""
    a += b
    return a


def iand(_, a, b, /):
    """Do a &= b and return a."""
    a &= b
    return a


def ifloordiv(_, a, b, /):
    """Do a //= b and return a."""
    a //= b
    return a


def ilshift(_, a, b, /):
    """Do a <<= b and return a."""
    a <<= b
    return a


def imod(_, a, b, /):
    """Do a %= b and return a."""
    a %= b
    return a


def imul(_, a, b, /):
    """Do a *= b and return a."""
    a *= b
    return a


def imatmul(_, a, b, /):
    """Do a @= b and return a."""
    a @= b
    return a


def ior(_, a, b, /):
    """Do a |= b and return a."""
    a |= b
    return a


def ipow(_, a, b, /):
    """Do a **= b and return a."""
    a **= b
    return a


def irshift(_, a, b, /):
    """Do a >>= b and return a."""
    a >>= b
    return a


def isub(_, a, b, /):
    """Do a -= b and return a."""
    a -= b
    return a


def itruediv(_, a, b, /):
    """Do a /= b and return a."""
    a /= b
    return a


def ixor(_, a, b, /):
    """Do a ^= b and return a."""
    a ^= b
    return a


# Sequences and containers.

def concat(_, a, b, /):
    """Return a + b for two sequences."""
    return _joined(a, b, "__add__")


def iconcat(_, a, b, /):
    """Do a += b for two sequences and return a."""
    return _joined(a, b, "__iadd__")


def _joined(a, b, method):
    """Join b to a: a built-in sequence does that by itself, other sequences by whatever + means between them."""
    kind = type(a)
    join = getattr(kind, method, None) or getattr(kind, "__add__", None)
    if _is_sequence(a):
        if type(join) is _WRAPPER:
            joined = join(a, b)
            return a + b if joined is NotImplemented else joined
        if _is_sequence(b) and (join or hasattr(type(b), "__radd__")):
            if method == "__add__":
                return a + b
            a += b
            return a
    raise TypeError(f"'{kind.__name__}' object can't be concatenated")


_WRAPPER = type(list.__add__)


def _is_sequence(value):
    return hasattr(type(value), "__getitem__") and not isinstance(value, dict)


def contains(_, a, b, /):
    """Return b in a (mind the order)."""
    return b in a


def countOf(_, a, b, /):
    """Return how often b occurs in a."""
    return sum([1 for item in _items(a) if item is b or item == b])


def indexOf(_, a, b, /):
    """Return the position of the first b in a."""
    position = 0
    for item in _items(a):
        if item is b or item == b:
            return position
        position += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _items(a):
    try:
        return iter(a)
    except TypeError:
        pass
    # Outside of the handler: the error has no context.
    raise TypeError(f"argument of type '{type(a).__name__}' is not iterable")


def getitem(_, a, b, /):
    """Return a[b]."""
    return a[b]


def setitem(_, a, b, c, /):
    """Do a[b] = c."""
    a[b] = c


def delitem(_, a, b, /):
    """Do del a[b]."""
    del a[b]


def length_hint(_, obj, default=0, /):
    """Return the length of obj, else what it expects its length to be, else the default."""
    default = _small(range(default).stop)
    kind = type(obj)
    if hasattr(kind, "__len__"):
        try:
            return len(obj)
        except TypeError:
            pass
    hint = getattr(kind, "__length_hint__", None)
    if hint is None:
        return default
    try:
        expected = hint(obj)
    except TypeError:
        return default
    if expected is NotImplemented:
        return default
    if not isinstance(expected, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(expected).__name__}")
    if expected < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return _small(int(expected))


def _small(number):
    from sys import maxsize
    if -maxsize - 1 <= number <= maxsize:
        return number
    raise OverflowError("Python int too large to convert to C ssize_t")


def call(_, obj, /, *args, **kwargs):
    """Return obj(*args, **kwargs)."""
    return obj(*args, **kwargs)


# Callables with a memory.

def _show(getter, arguments, under_way=set()):
    """The repr of a getter, once; within its own repr three dots stand for the arguments."""
    name, key = type(getter).__name__, id(getter)
    if key in under_way:
        return f"operator.{name}(...)"
    under_way.add(key)
    try:
        return f"operator.{name}({', '.join(arguments())})"
    finally:
        under_way.discard(key)


class _Signed:
    """What `inspect` reads of a class that takes its arguments as they come, to refuse them in its own words."""

    def __init__(self, model):
        self.model = model

    def __get__(self, instance, owner):
        if instance is not None:
            raise AttributeError("__signature__")
        from inspect import signature
        return signature(self.model)


def _sealed(cls, /, **kwargs):
    raise TypeError(f"type 'operator.{cls.__base__.__name__}' is not an acceptable base type")


class itemgetter:
    """A callable that fetches one item, or a tuple of several, from what it is given."""

    __slots__ = ("_item", "_items")
    __signature__ = _Signed(lambda item, /, *items: None)
    __init_subclass__ = classmethod(_sealed)

    def __new__(cls, /, *items, **kwargs):
        if kwargs:
            raise TypeError("itemgetter() takes no keyword arguments")
        if not items:
            raise TypeError("itemgetter expected 1 argument, got 0")
        self = object.__new__(cls)
        self._item = items[0]
        self._items = items if len(items) > 1 else None
        return self

    def __call__(self, obj, /):
        if self._items is None:
            return obj[self._item]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return _show(self, lambda: map(repr, self._items or (self._item,)))

    def __reduce__(self):
        return itemgetter, self._items or (self._item,)


class attrgetter:
    """A callable that fetches one attribute, or a tuple of several, dotted ones step by step."""

    __slots__ = ("_name", "_paths")
    __signature__ = _Signed(lambda attr, /, *attrs: None)
    __init_subclass__ = classmethod(_sealed)

    def __new__(cls, /, *attrs, **kwargs):
        if kwargs:
            raise TypeError("attrgetter() takes no keyword arguments")
        if not attrs:
            raise TypeError("attrgetter expected 1 argument, got 0")
        for name in attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self = object.__new__(cls)
        # The name is set if one step does it; the paths serve all the rest.
        self._name = attrs[0] if len(attrs) == 1 and "." not in attrs[0] else None
        self._paths = tuple([name.split(".") for name in attrs])
        return self

    def __call__(self, obj, /):
        if self._name is not None:
            return getattr(obj, self._name)
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return tuple(found) if len(found) > 1 else value

    def __repr__(self):
        return _show(self, lambda: [repr(".".join(path)) for path in self._paths])

    def __reduce__(self):
        return attrgetter, tuple([".".join(path) for path in self._paths])


class methodcaller:
    """A callable that calls a method, always with the same arguments, of what it is given."""

    __slots__ = ("_name", "_args", "_kwargs")
    __signature__ = _Signed(lambda name, /, *args, **kwargs: None)
    __init_subclass__ = classmethod(_sealed)

    def __new__(cls, /, *args, **kwargs):
        if not args:
            raise TypeError("methodcaller needs at least one argument, the method name")
        if not isinstance(args[0], str):
            raise TypeError("method name must be a string")
        self = object.__new__(cls)
        self._name, *self._args = args
        self._kwargs = kwargs
        return self

    def __call__(self, obj, /):
        method = getattr(obj, self._name)
        if self._kwargs:
            return method(*self._args, **self._kwargs)
        return method(*self._args) if self._args else method()

    def __repr__(self):
        return _show(self, lambda: [*map(repr, (self._name, *self._args)),
                                    *[f"{name}={value!r}" for name, value in self._kwargs.items()]])

    def __reduce__(self):
        named = self._kwargs
        if named:
            # A reduction has no place for keyword arguments, so they go with the callable.
            from functools import partial
            return partial(methodcaller, self._name, **named), tuple(self._args)
        return methodcaller, (self._name, *self._args)


class _Operations:
    """Keeps the functions as class methods: so their bound forms can be pickled and copied."""


def _bind(names):
    functions = type(_bind)
    for name in __all__:
        function = names[name]
        if type(function) is functions:
            setattr(_Operations, name, classmethod(function))
            names[name] = getattr(_Operations, name)


_bind(globals())

# The names of the special methods mean the same functions.
__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __neg__, __pos__, __inv__, __invert__, __index__ = not_, abs, neg, pos, inv, invert, index
__add__, __and__, __floordiv__, __lshift__, __mod__, __mul__, __matmul__ = add, and_, floordiv, lshift, mod, mul, matmul
__or__, __pow__, __rshift__, __sub__, __truediv__, __xor__, __call__ = or_, pow, rshift, sub, truediv, xor, call
__concat__, __contains__, __delitem__, __getitem__, __setitem__ = concat, contains, delitem, getitem, setitem
__iadd__, __iand__, __iconcat__, __ifloordiv__, __ilshift__ = iadd, iand, iconcat, ifloordiv, ilshift
__imod__, __imul__, __imatmul__, __ior__, __ipow__ = imod, imul, imatmul, ior, ipow
__irshift__, __isub__, __itruediv__, __ixor__ = irshift, isub, itruediv, ixor
