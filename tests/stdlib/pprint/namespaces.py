# SimpleNamespace and classes derived from it.
from pprint import pformat, pprint
from types import SimpleNamespace

words = "the quick brown fox jumped over a lazy dog".split()
table = {word: number for number, word in enumerate(words)}
pprint(SimpleNamespace())
pprint(SimpleNamespace(a=1))
pprint(SimpleNamespace(**table, more=SimpleNamespace(words=words)), width=40)
pprint([SimpleNamespace(name="x" * 20, value="y" * 20)] * 2, width=30)
pprint({"key": SimpleNamespace(text="a rather long text that has to be cut", number=5)}, width=30, indent=2)


class Names(SimpleNamespace):
    pass


class Short(SimpleNamespace):
    def __repr__(self):
        return "<short>" * 10


pprint(Names(first="a" * 30, second="b" * 30), width=40)
pprint(Short(first="a" * 30, second="b" * 30), width=40)

ring = SimpleNamespace(a="some text to fill the line", b="more text to fill the line")
ring.c = ring
ring.d = [ring, "even more text, so that it is laid out in lines"]
print(pformat(ring, width=40).replace(str(id(ring)), "ID"))
tree = SimpleNamespace(name="root", children=[SimpleNamespace(name=f"child {n}", children=[]) for n in range(3)])
pprint(tree, width=50)
pprint(tree, width=50, depth=1)
pprint(tree, width=50, compact=True, sort_dicts=False)
