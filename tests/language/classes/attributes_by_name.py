"""Attributes asked for by name (`getattr`, `hasattr`), at one place for many classes and names, while classes and instances change."""


class Node:
    kind = "node"

    def __init__(self, **parts):
        for name, value in parts.items():
            setattr(self, name, value)

    def visit(self):
        return f"visit {type(self).__name__}"

    @property
    def doubled(self):
        return self.value * 2

    @classmethod
    def of_class(cls):
        return cls.__name__

    @staticmethod
    def plain(x):
        return x


class Leaf(Node):
    kind = "leaf"


class Hooked(Node):
    def __getattr__(self, name):
        if name.startswith("made_"):
            return name.upper()
        raise AttributeError(name)


class Always:
    def __getattribute__(self, name):
        return ("always", name)


class Slotted:
    __slots__ = ("value", "other")


def look(object, *names):
    found = []
    for name in names:
        value = getattr(object, name, "absent")
        found.append(value() if callable(value) and name in ("visit", "of_class") else value)
    return found, [hasattr(object, name) for name in names]


names = ("kind", "value", "doubled", "visit", "of_class", "made_up", "absent")
for _ in range(3):
    for object in (Node(value=1), Leaf(value=2, kind="own"), Hooked(value=3), Node(value=4, extra=5)):
        print(look(object, *names))
print(look(Always(), "kind", "visited"))
slotted = Slotted()
print(look(slotted, "value", "other"))
slotted.value = 1
print(look(slotted, "value", "other"))

# What changes between two looks.
node = Node(value=1)
print(look(node, "kind", "value"))
Node.kind = "changed"
print(look(node, "kind", "value"))
node.kind = "own"
print(look(node, "kind"))
del node.kind
print(look(node, "kind"))
del node.value
print(look(node, "value"))
node.__dict__["value"] = "in the dict"
print(look(node, "value"))
Node.value = property(lambda self: "hidden by a property")
print(look(node, "value"), look(Leaf.__new__(Leaf), "value"))
del Node.value
print(look(node, "value"))
node.__class__ = Leaf
print(look(node, "kind", "visit"))
Leaf.visit = lambda self: "patched"
print(look(node, "visit"), look(Node(), "visit"))

# Methods that are found by a name put together, as visitors do.


class Visitor:
    def visit(self, node):
        return getattr(self, f"visit_{type(node).__name__}", self.other)(node)

    def visit_int(self, node):
        return f"int {node}"

    def visit_list(self, node):
        return [self.visit(part) for part in node]

    def other(self, node):
        return f"other {node!r}"


class Louder(Visitor):
    def visit_str(self, node):
        return node.upper()


for visitor in (Visitor(), Louder(), Visitor()):
    print(visitor.visit([1, "a", [2, None, "b"], 2.5]))


class Named(type):
    @property
    def __name__(cls):
        return "of the metaclass"


class Odd(metaclass=Named):
    pass


class Renamed:
    __name__ = "in the class"


for cls in (Odd, Renamed, Node, int, Named):
    print(cls.__name__, getattr(cls, "__name__"), type(cls).__name__)
Renamed.__name__ = "New"
print(Renamed.__name__, Renamed().__name__, Renamed.__qualname__)


# What is absent, until it isn't.
class Empty:
    pass


empty, other = Empty(), Empty()
for _ in range(2):
    print(hasattr(empty, "late"), getattr(empty, "late", "default"), hasattr(other, "late"))
empty.late = 1
print(hasattr(empty, "late"), hasattr(other, "late"))
Empty.late = "of the class"
print(getattr(empty, "late", None), getattr(other, "late", None))
del Empty.late, empty.late
print(hasattr(empty, "late"), hasattr(other, "late"))
Empty.__getattr__ = lambda self, name: f"made {name}"
print(hasattr(other, "late"), getattr(other, "late", None))
del Empty.__getattr__
print(hasattr(other, "late"))
try:
    getattr(other, "late")
except AttributeError as error:
    print(error)


class Poser:
    @property
    def __class__(self):
        return int


class Plain:
    pass


for value in (1, True, "a", 2.5, None, Plain(), Poser(), Empty):
    print([isinstance(value, cls) for cls in (int, (str, float), (Plain, int), type, (bool, (str, type)))])
print([len(value) for value in ([1], (1, 2), "abc", {1: 2}, {1, 2}, frozenset(), b"ab", range(3))])
print(max(1, 2), max(2, 1), min(1.5, 0.5), max(1, 2.5), min("b", "a"), max(True, 1), max(1.0, 1), max(-0.0, 0.0), min(float("nan"), 1.0))
items = []
add = items.append
for i in range(20):
    items.append(i)
    add([i])
print(items.pop(), items.pop(0), items.pop(), len(items), items.append(items), items.pop() is items)
