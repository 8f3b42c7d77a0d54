# import, from, as; a module runs once.
import _counter
import _counter as again
from _counter import add, count, Thing as T
import sys

print(_counter is again, add(), add(5), count, _counter.count, T.__module__, T is _counter.Thing)
_counter.count = 100
print(add(), _counter.__name__, _counter.__doc__, "_counter" in sys.modules, sys.modules["_counter"] is again)
from _public import *
print(shown, _also, "not_listed" in globals())
from _counter import *
print("_hidden" in globals(), Thing.__name__)


def local():
    import _counter as c
    from _public import not_listed
    return c.count, not_listed


print(local())
for attempt in ["missing", "broken", "name"]:
    try:
        if attempt == "missing": import _no_such_module
        elif attempt == "broken": import _broken
        else: from _counter import no_such_name
    except ModuleNotFoundError as error:
        print("ModuleNotFoundError", error, error.name)
    except ImportError as error:
        print("ImportError", str(error).split(" (")[0], error.name)
    except ValueError as error:
        print(error, "_broken" in sys.modules)
try:
    _counter.nothing
except AttributeError as error:
    print(error)
_counter.new = "added"
from _counter import new
print(new, type(sys).__name__, hasattr(_counter, "__file__"), vars(_counter)["count"])
del _counter.new
print(hasattr(again, "new"))
