# A class body is a scope that functions inside it do not see.
x = "module"
names = ["a", "b"]


class C:
    x = "class"
    y = x + "!"
    direct = [x for _ in range(1)]
    first = [name for name in names]

    def method(self):
        return x, self.x

    lam = lambda: x
    for i in range(3):
        squared = i * i
    del i


print(C.y, C.direct, C.first, C().method(), C.lam(), C.squared, hasattr(C, "i"))


def function():
    x = "function"
    class Inner:
        before = x
        x = "inner class"
        after = x
        def get(self): return x
    return Inner.before, Inner.after, Inner().get()


def free_then_class():
    x = "enclosing"
    class Inner:
        seen = x
        class Nested:
            seen = x
    return Inner.seen, Inner.Nested.seen


print(free_then_class())
try:
    function()
except NameError as error:
    print(error)
class Globals:
    global made_global
    made_global = 5
    def f(self): return __class__
print(made_global, hasattr(Globals, "made_global"), Globals().f() is Globals)
class Lookup:
    value = x
    x = "shadow"
    other = x
print(Lookup.value, Lookup.other)
print([attr for attr in vars(C) if not attr.startswith("__")])
