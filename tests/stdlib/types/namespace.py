# SimpleNamespace and MappingProxyType.
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


ns = types.SimpleNamespace(a=1, b="two")
print(ns, ns.a, ns.b, repr(ns))
ns.c = [3]
del ns.a
print(ns)
print(hasattr(ns, "a"), hasattr(ns, "b"))
print(ns == types.SimpleNamespace(b="two", c=[3]), ns != types.SimpleNamespace(), ns == {"b": "two", "c": [3]})
print(types.SimpleNamespace(), types.SimpleNamespace({"x": 1}), types.SimpleNamespace({"x": 1}, x=2, y=3))
attempt(lambda: types.SimpleNamespace({1: 1}))
attempt(lambda: types.SimpleNamespace(1, 2))


class Settings(types.SimpleNamespace):
    """A namespace with a default."""

    def __getattr__(self, name):
        return f"no {name}"


settings = Settings(colour="red")
print(settings, settings.colour, settings.size, isinstance(settings, types.SimpleNamespace))

# A view of a mapping.
data = {"a": 1, "b": 2}
view = types.MappingProxyType(data)
print(view, view["a"], len(view), "a" in view, "z" in view, list(view), view.get("z", "none"))
print(list(view.keys()), list(view.values()), list(view.items()), list(reversed(view)))
data["c"] = 3
print(view, view == data, view == {"a": 1}, view.copy(), type(view.copy()))
print(view | {"d": 4}, types.MappingProxyType[str, int])


def assign():
    view["a"] = 5


for call in (assign, lambda: view["missing"], lambda: view.pop, lambda: types.MappingProxyType([1]),
             lambda: types.MappingProxyType(5)):
    attempt(call)


class Odd(dict):
    def __missing__(self, key):
        return f"<{key}>"


print(types.MappingProxyType(Odd(a=1))["nothing"])
