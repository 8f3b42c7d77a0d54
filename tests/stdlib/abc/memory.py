# The caches keep no class alive, and many classes and checks do not confuse them.
import gc
import weakref
from abc import ABC, ABCMeta


class Root(ABC):
    pass


class Other(ABC):
    pass


def temporary():
    class Short:
        pass

    class Registered:
        pass

    Root.register(Registered)
    print(isinstance(Short(), Root), isinstance(Registered(), Root), isinstance(Registered(), Other))
    return weakref.ref(Short), weakref.ref(Registered)


refs = temporary()
gc.collect()
print([ref() for ref in refs])

# Classes that come and go at the same addresses.
wrong = 0
for turn in range(60):
    yes, no = type("Yes", (), {}), type("No", (), {})
    Other.register(yes)
    wrong += not isinstance(yes(), Other)
    wrong += isinstance(no(), Other)
    wrong += not issubclass(yes, Other) or issubclass(no, Other)
    del yes, no
    if turn % 20 == 0:
        gc.collect()
print(wrong)


def abstract_class():
    class Local(ABC):
        pass

    Local.register(int)
    print(isinstance(5, Local), isinstance("", Local))
    return weakref.ref(Local)


gone = abstract_class()
gc.collect()
print(gone())

# A tree of ABCs with registrations at every floor.
tree = [Root]
for depth in range(5):
    tree += [ABCMeta(f"N{depth}{side}", (tree[depth],), {}) for side in "ab"]
leaves = [type(f"Leaf{i}", (), {}) for i in range(len(tree))]
for cls, leaf in zip(tree, leaves):
    cls.register(leaf)
table = [[int(issubclass(leaf, cls)) for cls in tree] for leaf in leaves]
for row in table:
    print(row)
print(table == [[int(isinstance(leaf(), cls)) for cls in tree] for leaf in leaves])
print(table == [[int(cls in other.__mro__) for cls in tree] for other in tree])
