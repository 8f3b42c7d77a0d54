# Annotations are kept, lazily (PEP 649), and do nothing else.
x: int = 5
y: str
names: list[undefined_until_later] = []
undefined_until_later = int


def f(a: int, b: "text" = 1, *args: float, c: list[int] | None = None, **kw: dict[str, int]) -> bool: return True


class C:
    attr: int = 1
    only: "C"
    def method(self, other: C) -> C: return self
    self_ref: C


print(x, f(1), f.__annotations__["a"], f.__annotations__["return"], f.__annotations__["b"], list(f.__annotations__))
print(C.__annotations__["attr"], C.__annotations__["only"], C.__annotations__["self_ref"] is C, hasattr(C, "only"))
try:
    y
except NameError as error:
    print(error)
def lazy(a: not_defined_anywhere): return a
print(lazy(3))
try:
    lazy.__annotations__
except NameError as error:
    print(error)
def local():
    z: int
    w: int = 3
    try:
        return z
    except UnboundLocalError as error:
        return w, str(error)
print(local())
class Box: pass
b = Box()
b.attr: int = 5
items = {}
items["k"]: str = "v"
(q): int = 9
print(b.attr, items, q, int | str, int | None, list[int], dict[str, list[int]])
print(isinstance(5, int | str), isinstance(None, int | None), isinstance([], list))
