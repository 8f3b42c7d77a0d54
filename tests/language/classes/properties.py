# Properties: getter, setter, deleter, docs, inheritance.
class Celsius:
    def __init__(self, degrees): self._degrees = degrees

    @property
    def degrees(self):
        """In Celsius."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleted")
        self._degrees = 0

    @property
    def fahrenheit(self): return self.degrees * 9 / 5 + 32

    old = property(lambda self: "old way", doc="by hand")


t = Celsius(20)
print(t.degrees, t.fahrenheit, t.old, Celsius.degrees.__doc__, Celsius.old.__doc__)
t.degrees = 30
t.degrees += 5
print(t.degrees)
del t.degrees
print(t.degrees)
for action in ["t.degrees = -300", "t.fahrenheit = 1", "del t.fahrenheit"]:
    try:
        if action[0] == "d":
            del t.fahrenheit
        elif "fahrenheit" in action:
            t.fahrenheit = 1
        else:
            t.degrees = -300
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
class Kelvin(Celsius):
    @Celsius.degrees.getter
    def degrees(self): return self._degrees + 273.15
k = Kelvin(0)
print(k.degrees)
k.degrees = 10
print(k.degrees, type(Celsius.degrees).__name__, Celsius.degrees.fget(t))
class Broken:
    @property
    def value(self): return self.missing
    def __getattr__(self, name): return f"fallback {name}"
print(Broken().value, Broken().other)
class Write:
    value = property(fset=lambda self, v: print("set", v))
w = Write()
w.value = 1
try:
    w.value
except AttributeError as error:
    print(error)
