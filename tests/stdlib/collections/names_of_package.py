# What the package offers: names, where classes say they live, what is not there.
import collections
import collections.abc
import _collections_abc
import sys

print(collections.__all__)
for name in collections.__all__:
    value = getattr(collections, name)
    print(name, value.__module__, value.__qualname__, name in dir(collections))
print(collections.abc is sys.modules["collections.abc"], collections.abc is _collections_abc, collections.abc.__name__)

from collections import *

print(Counter is collections.Counter, deque is collections.deque, namedtuple("P", "x")(1))
for text in ("collections.nothing", "collections.Mapping"):
    try:
        eval(text)
    except AttributeError as error:
        print(error)
for text in ("from collections import Mapping", "import collections.nothing"):
    try:
        exec(text)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0])


class Registry(collections.UserDict):
    pass


print(Registry.__mro__)
print([issubclass(getattr(collections, name),
                  collections.abc.MutableMapping) for name in collections.__all__ if name != "namedtuple"])
print([issubclass(getattr(collections, name),
                  collections.abc.MutableSequence) for name in collections.__all__ if name != "namedtuple"])
