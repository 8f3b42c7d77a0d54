# A small plug-in system as a user would write it: classes made from descriptions, modules made from sources.
import types

DESCRIPTIONS = {
    "Circle": {"fields": ("radius",), "area": "3 * self.radius ** 2"},
    "Square": {"fields": ("side",), "area": "self.side ** 2"},
}
registry = {}


class Registered(type):
    def __new__(mcls, name, bases, namespace, *, register=True):
        cls = super().__new__(mcls, name, bases, namespace)
        if register:
            registry[name.lower()] = cls
        return cls


class Shape(metaclass=Registered, register=False):
    fields = ()

    def __init__(self, *values):
        for field, value in zip(self.fields, values, strict=True):
            setattr(self, field, value)

    def __repr__(self):
        inner = ", ".join(f"{field}={getattr(self, field)}" for field in self.fields)
        return f"{type(self).__name__}({inner})"


def build(name, description):
    code = f"def area(self):\n    return {description['area']}\n"

    def body(namespace):
        exec(code, {}, namespace)
        namespace["fields"] = description["fields"]
        namespace["__module__"] = "shapes"

    return types.new_class(name, (Shape,), {"register": True}, body)


module = types.ModuleType("shapes", "All shapes.")
for name, description in DESCRIPTIONS.items():
    setattr(module, name, build(name, description))

print(sorted(registry), module.__doc__)
for cls, size in ((module.Circle, 2), (module.Square, 3)):
    shape = cls(size)
    print(shape, shape.area(), cls.__module__, isinstance(shape, Shape))
try:
    module.Circle(1, 2)
except ValueError as error:
    print(error)

readable = types.MappingProxyType(registry)
print(sorted(readable), readable["circle"].fields)


def describe(thing):
    match thing:
        case types.FunctionType():
            return "function"
        case types.BuiltinFunctionType():
            return "built-in"
        case types.MethodType():
            return "method of " + type(thing.__self__).__name__
        case types.ModuleType():
            return "module " + thing.__name__
        case types.NoneType():
            return "nothing"
        case _:
            return type(thing).__name__


for thing in (describe, len, module.Square(1).area, module, None, 5, types.SimpleNamespace(a=1)):
    print(describe(thing))
