# Metaclasses, __init_subclass__, __prepare__, class keywords.
class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        print("Meta.new", name, [b.__name__ for b in bases], sorted(k for k in namespace if not k.startswith("__")), options)
        return super().__new__(mcls, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.tag = name.lower()
    def __call__(cls, *args):
        print("Meta.call", cls.__name__, args)
        return super().__call__(*args)
    def __len__(cls): return 42
    def hello(cls): return f"hello from {cls.__name__}"


class A(metaclass=Meta, flag=True):
    def f(self): pass
class B(A): pass


print(A.tag, B.tag, type(A), len(A), A.hello(), isinstance(A, Meta), type(B()).__name__, hasattr(A(), "hello"))


class Plugin:
    plugins = []
    def __init_subclass__(cls, /, name=None, **rest):
        super().__init_subclass__(**rest)
        cls.plugins.append((cls.__name__, name))


class One(Plugin, name="first"): pass
class Two(One): pass
print(Plugin.plugins)
try:
    class Three(Plugin, unknown=1): pass
except TypeError as error:
    print(error)
class Prepared(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"injected": f"into {name}"}
class C(metaclass=Prepared):
    copy = injected
print(C.copy, C.injected)
Dynamic = type("Dynamic", (Plugin,), {"x": 1, "get": lambda self: self.x})
print(Dynamic().get(), Dynamic.__name__, Plugin.plugins[-1])
try:
    class Conflict(A, metaclass=Prepared): pass
except TypeError as error:
    print(error)
class Checked(type):
    def __instancecheck__(cls, obj): return obj == 5
    def __subclasscheck__(cls, sub): return sub is int
class Five(metaclass=Checked): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(int, Five), issubclass(str, Five))
