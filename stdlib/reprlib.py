"""Reprs of limited size, and reprs that stop where an object meets itself.

Invariant: a `Repr` looks at no more items of a container than it shows.
"""
import builtins

try:
    from _thread import get_ident
except ImportError:
    # Without threads all runs in one.
    def get_ident():
        """Return the number of the one thread."""
        return 0

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Make a repr method give a fill value for an object whose repr is being made."""
    return lambda method: _guarded(method, fillvalue)


def _guarded(method, fillvalue):
    active = set()

    def wrapper(self):
        # Another thread may make the repr of the same object meanwhile.
        occasion = id(self), get_ident()
        size = len(active)
        active.add(occasion)
        if len(active) == size:
            return fillvalue
        try:
            return method(self)
        finally:
            active.remove(occasion)

    for name in "__module__", "__doc__", "__name__", "__qualname__", "__annotate__", "__type_params__":
        if hasattr(method, name):
            setattr(wrapper, name, getattr(method, name))
    wrapper.__wrapped__ = method
    return wrapper


# Where the types come from that methods of `Repr` are made for; a stranger of that name is shown like any other object.
_HOMES = {
    "tuple": "builtins", "list": "builtins", "array": "array", "set": "builtins", "frozenset": "builtins",
    "deque": "collections", "dict": "builtins", "str": "builtins", "int": "builtins",
}


class Repr:
    """Makes reprs of limited size; a method `repr_NAME` of a subclass serves the types of that name."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        # Each parameter is an attribute of the same name.
        limits = locals()
        vars(self).update((name, limits[name]) for name in limits if name != "self")

    def repr(self, x):
        """Return the repr of x."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """Return the repr of x, with that many levels of containers below it."""
        cls = type(x)
        name = "_".join(cls.__name__.split()) if " " in cls.__name__ else cls.__name__
        method = getattr(self, "repr_" + name, None)
        if method is None or name in _HOMES and getattr(cls, "__module__", None) != _HOMES[name]:
            method = self.repr_instance
        return method(x, level)

    def _enclosed(self, left, items, count, most, level, right):
        """The items that may be shown between their brackets; `items` are the reprs of all, made one by one."""
        if not count:
            return left + right
        if level <= 0:
            return left + self.fillvalue + right
        # The range comes first: it ends before an item too many is made.
        shown = [item for _, item in zip(range(most), items)]
        if count > most:
            shown.append(self.fillvalue)
        if self.indent is None:
            return left + ", ".join(shown) + right
        return left + self._lines(shown, level) + right

    def _lines(self, shown, level):
        """Each item on a line of its own, indented by its depth."""
        margin = self.indent
        if isinstance(margin, int):
            if margin < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {margin!r})")
            margin = " " * margin
        elif not isinstance(margin, str):
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(margin)}")
        depth = self.maxlevel - level
        start = "\n" + margin * (depth + 1)
        return "".join([f"{start}{item}," for item in shown]) + "\n" + margin * depth

    def _each(self, items, level):
        return (self.repr1(item, level - 1) for item in items)

    def repr_tuple(self, x, level):
        """Return the repr of a tuple."""
        right = ",)" if len(x) == 1 and level > 0 and self.indent is None else ")"
        return self._enclosed("(", self._each(x, level), len(x), self.maxtuple, level, right)

    def repr_list(self, x, level):
        """Return the repr of a list."""
        return self._enclosed("[", self._each(x, level), len(x), self.maxlist, level, "]")

    def repr_array(self, x, level):
        """Return the repr of an array."""
        if not x:
            return f"array('{x.typecode}')"
        return self._enclosed(f"array('{x.typecode}', [", self._each(x, level), len(x), self.maxarray, level, "])")

    def repr_set(self, x, level):
        """Return the repr of a set, sorted if that is possible."""
        if not x:
            return "set()"
        return self._enclosed("{", self._each(_in_order(x), level), len(x), self.maxset, level, "}")

    def repr_frozenset(self, x, level):
        """Return the repr of a frozenset, sorted if that is possible."""
        if not x:
            return "frozenset()"
        items = self._each(_in_order(x), level)
        return self._enclosed("frozenset({", items, len(x), self.maxfrozenset, level, "})")

    def repr_deque(self, x, level):
        """Return the repr of a deque."""
        return self._enclosed("deque([", self._each(x, level), len(x), self.maxdeque, level, "])")

    def repr_dict(self, x, level):
        """Return the repr of a dict, sorted by its keys if that is possible."""
        items = (f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}" for key in _in_order(x))
        return self._enclosed("{", items, len(x), self.maxdict, level, "}")

    def _middle_out(self, text, most):
        """Cut the middle out of a text that is too long; the fill value counts as three characters."""
        if len(text) <= most:
            return text
        head, tail = self._ends(most)
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def _ends(self, most):
        head = max(0, (most - 3) // 2)
        return head, max(0, most - 3 - head)

    def repr_str(self, x, level):
        """Return the repr of a string, both ends of it if it is long."""
        text = builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        head, tail = self._ends(self.maxstring)
        text = builtins.repr(x[:head] + x[len(x) - tail:])
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def repr_int(self, x, level):
        """Return the digits of an integer, both ends of it if they are many."""
        try:
            digits = builtins.repr(x)
        except ValueError as error:
            if "sys.set_int_max_str_digits()" not in str(error):
                raise
            import math
            import sys
            count = 1 + int(math.log10(abs(x)))
            return (f"<{type(x).__name__} instance with roughly {count} digits "
                    f"(limit at {sys.get_int_max_str_digits()}) at {id(x):#x}>")
        return self._middle_out(digits, self.maxlong)

    def repr_instance(self, x, level):
        """Return the repr of any object, both ends of it if it is long; one that fails is told by its address."""
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._middle_out(text, self.maxother)


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
