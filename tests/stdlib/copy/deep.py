# copy.deepcopy
import copy
import weakref


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for value in (None, True, 5, 2.5, 1j, "text", b"bytes", (1, (2, "x")), range(3), ..., int, len, lambda: 0,
              property(), ()):
    assert copy.deepcopy(value) is value, value
print("atoms")

inner = [1]
for value in ([inner, [inner]], {"a": inner, (1, 2): {"b": inner}}, (inner, 1), {1, (2, 3)}, frozenset([1]),
              bytearray(b"xy"), slice(1, 2), [], {}, [[[]]]):
    other = copy.deepcopy(value)
    print(type(other).__name__, other == value, other is value, other)

# Sharing and cycles are kept.
shared = [inner, inner, (inner, inner)]
other = copy.deepcopy(shared)
print(other[0] is other[1], other[2][0] is other[0], other[0] is inner)
loop = [1]
loop.append(loop)
other = copy.deepcopy(loop)
print(other, other[1] is other, other is loop)
pair = ([],)
pair[0].append(pair)
other = copy.deepcopy(pair)
print(other, other[0][0] is other, other is pair)
table = {}
table["self"] = table
other = copy.deepcopy(table)
print(other, other["self"] is other)


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)

    def describe(self):
        return self.name, [child.describe() for child in self.children]


root = Node("root")
for name in "ab":
    Node(name, root)
other = copy.deepcopy(root)
print(other.describe(), other.children[0].parent is other, other.children[0] is root.children[0])
leaf = copy.deepcopy(root.children[0])
print(leaf.parent.describe(), leaf.parent is root)

# Bound methods follow their object, functions don't.
both = copy.deepcopy([root, root.describe, Node.describe])
print(both[1].__self__ is both[0], both[2] is Node.describe)


# The object may decide.
class Copying:
    def __init__(self, value):
        self.value = value

    def __deepcopy__(self, memo):
        print("deepcopy", type(memo).__name__)
        return Copying(copy.deepcopy(self.value, memo))


first = Copying(inner)
other = copy.deepcopy([first, first, inner])
print(other[0] is other[1], other[0].value is other[2], other[2] is inner)
first.__deepcopy__ = lambda memo: "by the object"
print(copy.deepcopy(first))


class Meta(type):
    def __deepcopy__(cls, memo):
        return "copied class"


class WithMeta(metaclass=Meta):
    pass


print(copy.deepcopy(WithMeta) is WithMeta, copy.deepcopy([WithMeta])[0] is WithMeta)


class List(list):
    pass


class Dict(dict):
    pass


class Int(int):
    pass


class Tuple(tuple):
    pass


for value in (List([1, inner]), Dict(a=inner), Int(5), Tuple([1, inner])):
    value.note = inner
    other = copy.deepcopy(value)
    print(type(other).__name__, other == value, other.note is inner, other.note, repr(other))
me = List()
me.append(me)
me.self = me
other = copy.deepcopy(me)
print(other[0] is other, other.self is other, len(other))

error = KeyError("k", inner)
error.note = inner
other = copy.deepcopy(error)
print(repr(other), other.args[1] is inner, other.note is other.args[1], type(other))
ref = weakref.ref(root)
print(copy.deepcopy(ref) is ref, copy.copy(ref) is ref)
import sys
for value in (sys, (i for i in ()), [vars(int)], {"a": {}.keys()}):
    attempt(lambda: copy.deepcopy(value))
attempt(lambda: copy.deepcopy())
