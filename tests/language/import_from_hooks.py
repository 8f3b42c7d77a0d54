# `from m import x` asks the module's __getattr__; its AttributeError becomes an ImportError; None in sys.modules forbids the import.
import sys

m = type(sys)("m")


def ask(name):
    if name == "lazy":
        return "made on demand"
    if name == "broken":
        raise ValueError("something else")
    raise AttributeError(f"m has no {name}")


m.__getattr__ = ask
sys.modules["m"] = m
from m import lazy

print(lazy)
for name in ("absent", "broken"):
    try:
        exec(f"from m import {name}")
    except ImportError as e:
        print(type(e).__name__, e, e.name, e.name_from)
    except ValueError as e:
        print("ValueError", e)
try:
    from m import absent
except ImportError:
    absent = None
print(absent)


class Posing:
    x = 1

    @property
    def y(self):
        raise AttributeError("no y")


sys.modules["posing"] = Posing()
from posing import x

print(x)
for name in ("y", "z"):
    try:
        exec(f"from posing import {name}")
    except ImportError as e:
        print(type(e).__name__, e, e.name, e.name_from, e.path)
Posing.__name__ = "other"
Posing.name = "other"
named = Posing()
named.__name__ = "named"
named.__file__ = "/some/where.py"
sys.modules["posing"] = named
sys.modules["named.sub"] = "found there"
from posing import sub

print(sub)
try:
    from posing import zz
except ImportError as e:
    print(e, e.path)
sys.modules["halted"] = None
for text in ("import halted", "from halted import x", "import halted.sub", "__import__('halted')"):
    try:
        exec(text)
    except ImportError as e:
        print(type(e).__name__, e, e.name, e.path)
package = type(sys)("package")
package.__path__ = []
sys.modules["package"] = package
sys.modules["package.inner"] = None
for text in ("import package.inner", "from package import inner", "from package.inner import x", "from package import nothing"):
    try:
        exec(text)
    except ImportError as e:
        print(type(e).__name__, e, e.name)
sys.modules["math"] = None
try:
    import math
except ModuleNotFoundError as e:
    print(e)
del sys.modules["math"]
import math

print(math.pi)
