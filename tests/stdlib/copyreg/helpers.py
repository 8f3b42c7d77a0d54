# What reductions call, and the names of slots.
import copyreg


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Quiet:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made = args, kwargs
        return self

    def __init__(self, *args, **kwargs):
        self.initialised = True


made = copyreg.__newobj__(Quiet, 1, 2)
print(vars(made), vars(copyreg.__newobj_ex__(Quiet, (1,), {"a": 2})), copyreg.__newobj__(int, "5"))
attempt(copyreg.__newobj__, object, 1)
attempt(copyreg.__newobj__)
attempt(copyreg.__newobj_ex__, Quiet, (1,))


class Numbers(list):
    def __init__(self, items):
        print("init", items)
        super().__init__(items)


class Count(int):
    pass


print(type(copyreg._reconstructor(type("Empty", (), {}), object, None)).__name__)
rebuilt = copyreg._reconstructor(Numbers, list, [1, 2])
print(rebuilt, type(rebuilt).__name__, copyreg._reconstructor(Count, int, 5) + 1)


class One:
    __slots__ = "single"


class Many(One):
    __slots__ = ("a", "__hidden", "__dunder__", "__dict__", "__weakref__")


class Documented(Many):
    __slots__ = {"doc": "with a docstring", "__other": ""}


class _Underscored:
    __slots__ = ("__x",)


class Free:
    pass


for cls in (One, Many, Documented, _Underscored, Free):
    names = copyreg._slotnames(cls)
    print(cls.__name__, names, cls.__slotnames__ is names, copyreg._slotnames(cls) is names)
Free.__slotnames__ = ["given"]
print(copyreg._slotnames(Free), copyreg._slotnames(type("Sub", (Free,), {})))


class Super:
    def ask(self):
        return super()


reduced = copyreg.pickle_super(Super().ask())
print(reduced[0], reduced[1][0].__name__, type(reduced[1][1]).__name__)
print(copyreg.pickle_union(int | str)[1][1])
