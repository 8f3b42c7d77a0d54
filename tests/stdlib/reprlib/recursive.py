# recursive_repr
from reprlib import recursive_repr


class Node:
    def __init__(self, name, *children):
        self.name, self.children = name, list(children)

    @recursive_repr()
    def __repr__(self):
        """The repr of a node."""
        return f"Node({self.name!r}, {self.children!r})"


leaf = Node("leaf")
tree = Node("root", leaf, Node("other"))
print(tree)
leaf.children.append(tree)
print(tree, leaf)
twice = Node("twice", leaf, leaf)
leaf.children.clear()
print(twice)
print(Node.__repr__.__name__, Node.__repr__.__qualname__, Node.__repr__.__doc__, Node.__repr__.__module__)
print(Node.__repr__.__wrapped__.__name__, Node.__repr__.__type_params__)


class Named:
    @recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"[{self.first} {self.second}]"

    @recursive_repr(None)
    def other(self):
        return self.first.other()


a, b = Named(), Named()
a.first, a.second, b.first, b.second = b, a, a, 5
print(a, b, a.other())


class Failing:
    fail = True

    @recursive_repr("...")
    def __repr__(self):
        if self.fail:
            raise ValueError("not now")
        return f"<{self.me!r}>"


failing = Failing()
failing.me = failing
for failing.fail in (True, True, False):
    try:
        print(repr(failing))
    except ValueError as error:
        print("ValueError", error)


class Box(list):
    @recursive_repr("Box(...)")
    def __repr__(self):
        return f"Box({list.__repr__(self)})"


box = Box([1])
box.append(box)
print(box, [box, box])


def annotated(self: int) -> str:
    return "text"


print(recursive_repr()(annotated).__annotations__)
