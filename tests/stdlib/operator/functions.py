# Comparison, truth, arithmetic and bits.
import operator
from operator import *


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


print([f(2, 3) for f in (lt, le, eq, ne, ge, gt)], [f(3, 3) for f in (lt, le, eq, ne, ge, gt)])
print(not_([]), not_(1), truth(""), truth([0]), is_(None, None), is_(1, None), is_not(1, None))
print(is_none(None), is_none(0), is_not_none(None), is_not_none(0))
print(operator.abs(-5), operator.abs(-2.5), operator.abs(3 + 4j), neg(5), pos(-5), pos(True), inv(5), invert(0))
print(add(2, 3), sub(2, 3), mul(2, 3), truediv(7, 2), floordiv(7, 2), mod(-7, 2), operator.pow(2, 10))
print(lshift(1, 4), rshift(256, 4), and_(12, 10), or_(12, 10), xor(12, 10), and_({1, 2}, {2}), or_({1: 1}, {2: 2}))
print(add("a", "b"), mul([0], 3), mod("%s-%d", ("x", 5)), add((1,), (2,)))
print(index(True), index(-3), call(dict, a=1), call(lambda *args, **kw: (args, kw), 1, 2, k=3))


class Matrix:
    def __init__(self, name):
        self.name = name

    def __matmul__(self, other):
        return f"{self.name}@{other.name}"

    def __lt__(self, other):
        return "less, perhaps"

    def __index__(self):
        return 3

    def __eq__(self, other):
        return NotImplemented

    def __bool__(self):
        raise ZeroDivisionError("no truth")


a, b = Matrix("a"), Matrix("b")
print(matmul(a, b), lt(a, b), index(a), eq(a, a), eq(a, b), is_(a, a))
attempt(truth, a)
attempt(not_, a)

for function, args in ((lt, (1, "a")), (ge, (None, 1)), (add, (1, "a")), (sub, ("a", 1)), (mul, ([], {})),
                       (truediv, (1, 0)), (mod, (5, 0)), (operator.pow, ("a", 2)), (matmul, (1, 2)),
                       (lshift, (1, -1)), (and_, (1, 1.0)), (or_, ([], [])), (xor, ("", "")), (neg, ("a",)),
                       (pos, ([],)), (invert, (1.5,)), (inv, (None,)), (operator.abs, ("a",)), (index, (1.5,)),
                       (call, (5,))):
    attempt(function, *args)

# The names, the aliases, the extent of the module.
pairs = [(name, alias) for name in operator.__all__
         if hasattr(operator, alias := f"__{name.rstrip('_')}__") and alias not in ("__name__", "__doc__")]
print(len(operator.__all__), sorted(operator.__all__) == operator.__all__, len(pairs))
print([name for name, alias in pairs if getattr(operator, name) is not getattr(operator, alias)])
print([name for name in operator.__all__ if f"__{name.rstrip('_')}__" not in dir(operator)])
print([f.__name__ for f in (add, and_, operator.abs, inv, is_not, length_hint, call)], inv is invert)
