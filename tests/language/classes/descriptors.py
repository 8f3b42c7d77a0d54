# The descriptor protocol: data and non-data, __set_name__, class access.
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, instance, owner=None):
        if instance is None:
            return f"descriptor of {owner.__name__}"
        return instance.__dict__[self.name]
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value
    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner): return "from descriptor"


class Record:
    name = Typed(str)
    age = Typed(int)
    lazy = NonData()


r = Record()
r.name, r.age = "Ada", 36
print(r.name, r.age, Record.name, r.lazy)
r.__dict__["lazy"] = "from instance"
r.__dict__["age"] = 99
print(r.lazy, r.age)
try:
    r.age = "old"
except TypeError as error:
    print(error)
del r.age
try:
    r.age
except KeyError as error:
    print("KeyError", error)
def free(self): return f"called on {self.name}"
print(free.__get__(r, Record)(), Record.__dict__["lazy"].__get__(None, Record))
Record.bound = free
print(r.bound())
r.direct = free
try:
    r.direct()
except TypeError as error:
    print(error)


class SetOnly:
    def __set__(self, instance, value): print("set only", value)


class Holder:
    s = SetOnly()


h = Holder()
h.s = 1
print(type(h.s).__name__)
h.__dict__["s"] = "instance value"
print(h.s)
try:
    del h.s
except AttributeError as error:
    print(error)
