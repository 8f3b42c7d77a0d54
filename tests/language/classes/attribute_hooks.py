# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Loud:
    known = "class attribute"
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("no_"):
            raise AttributeError(f"really no {name}")
        self.log.append(("get", name))
        return name.upper()
    def __setattr__(self, name, value):
        self.log.append(("set", name))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        object.__delattr__(self, name)


loud = Loud()
loud.x = 1
print(loud.x, loud.y, loud.known, hasattr(loud, "no_way"), getattr(loud, "no_x", 0))
del loud.x
print(loud.x, loud.log)
try:
    loud.no_z
except AttributeError as error:
    print(error)


class Strict:
    def __init__(self): self.value = 1
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback for " + name
    def __dir__(self): return ["b", "a"]


s = Strict()
print(s.value, s.secret, s.other, dir(s))


class Proxy:
    def __init__(self, target): self._target = target
    def __getattr__(self, name): return getattr(self._target, name)


p = Proxy([3, 1])
p.append(2)
p.sort()
print(p._target, p.count(1))
try:
    len(p)
except TypeError as error:
    print(error)
p.__len__ = lambda: 5
try:
    len(p)
except TypeError as error:
    print(error)
