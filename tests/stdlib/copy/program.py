# Undo for a small document, as a user would write it.
import copy


class Style:
    """Shared by many, never copied."""

    def __init__(self, name):
        self.name = name

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class Item:
    def __init__(self, text, style, *children):
        self.text, self.style, self.children, self.parent = text, style, list(children), None
        for child in children:
            child.parent = self

    def lines(self, depth=0):
        yield "  " * depth + f"{self.text} ({self.style.name})"
        for child in self.children:
            yield from child.lines(depth + 1)


class Document:
    def __init__(self, root):
        self.root, self.tags, self.listeners, self._past = root, {"draft"}, [print], []

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["_past"], state["listeners"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._past, self.listeners = [], []

    def change(self, function):
        self._past.append(copy.deepcopy(self))
        function(self)

    def undo(self):
        earlier = self._past.pop()
        self.root, self.tags = earlier.root, earlier.tags

    def show(self):
        print("\n".join(self.root.lines()), sorted(self.tags))


plain, bold = Style("plain"), Style("bold")
document = Document(Item("list", plain, Item("one", plain), Item("two", bold)))
document.show()


def edit(doc):
    doc.root.children[0].text = "ONE"
    doc.root.children.append(Item("three", bold))
    doc.tags.add("edited")


def clear(doc):
    doc.root.children.clear()
    doc.tags.clear()


document.change(edit)
document.show()
document.change(clear)
document.show()
document.undo()
document.show()
document.undo()
document.show()
child = document.root.children[1]
print(child.style is bold, child.parent is document.root, len(document._past), len(document.listeners))

settings = {"window": {"size": [800, 600], "colours": ("red", ["dark"])}, "recent": []}
mine = copy.deepcopy(settings)
mine["window"]["size"][0] = 1024
mine["window"]["colours"][1].append("light")
mine["recent"].append("file")
view = copy.copy(settings)
view["recent"].append("seen by both")
print(settings, mine, view is settings, sep="\n")
