# Classes made at run time: new_class, prepare_class, resolve_bases, get_original_bases.
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print("prepare", mcls.__name__, name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(mcls, name, bases, namespace, **kwargs):
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, sorted(kwargs))


class Other(type):
    pass


class WithMeta(metaclass=Meta):
    pass


class WithOther(metaclass=Other):
    pass


# new_class
plain = types.new_class("Plain")
print(plain.__name__, plain.__bases__, type(plain))
filled = types.new_class("Filled", (WithMeta,), {"tag": 1}, lambda ns: ns.update(answer=42))
print(filled.answer, filled.prepared, type(filled).__name__, filled.__mro__[1].__name__)
print(types.new_class("M", (), {"metaclass": Meta}).__class__.__name__)
keywords = {"metaclass": Meta, "a": 1}
types.new_class("K", (), keywords)
print(keywords == {"metaclass": Meta, "a": 1})
print(types.new_class("F", (), {"metaclass": lambda name, bases, ns, **kw: (name, bases, ns, kw), "k": 2}))
attempt(lambda: types.new_class("X", (), {"unknown": 1}))
attempt(lambda: types.new_class())

# resolve_bases


class Stand:
    def __init__(self, *real):
        self.real = real

    def __mro_entries__(self, bases):
        print("entries of", len(bases))
        return self.real


bases = (int, str)
print(types.resolve_bases(bases) is bases, types.resolve_bases([]) == [])
print(types.resolve_bases((Stand(list), object)), types.resolve_bases([Stand(), dict]))
print(types.resolve_bases((list[int], dict[str, int])))
attempt(lambda: types.resolve_bases((Stand.__mro_entries__.__class__, 5)))
Stand.__mro_entries__ = lambda self, bases: [int]
attempt(lambda: types.resolve_bases((Stand(),)))

# prepare_class
print(types.prepare_class("A"))
print(types.prepare_class("A", (int,), {"metaclass": Meta, "x": 1})[1:])
print(types.prepare_class("A", (object, WithOther))[0].__name__)
print(types.prepare_class("A", (WithMeta,), {"metaclass": type})[0].__name__)
attempt(lambda: types.prepare_class("A", (WithMeta, WithOther)))
print(types.prepare_class("A", (), {"metaclass": len}))

# get_original_bases


class Words(list[str]):
    pass


class Child(Words):
    pass


print(types.get_original_bases(Words), types.get_original_bases(Child), types.get_original_bases(object))
print(types.get_original_bases(types.new_class("G", (dict[str, int],))))
attempt(lambda: types.get_original_bases("Words"))
