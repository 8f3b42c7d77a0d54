# Reprs on several lines.
from reprlib import Repr


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


data = [1, [2, (3,)], {"a": {1}, "b": [], "c": ()}, frozenset([1]), "text"]
for indent in (None, 0, 1, 4, True, "", "- ", "\t"):
    print(f"indent={indent!r}")
    print(Repr(indent=indent).repr(data))
shallow = Repr(indent=2, maxlevel=2, maxlist=2, maxdict=1)
print(shallow.repr([[[1]], 2, 3]))
print(shallow.repr({"a": {"b": {}}, "c": 1}))
print(shallow.repr((1,)), shallow.repr(()), shallow.repr("x"), shallow.repr([[]]))
for indent in (-1, 1.5, [], b" "):
    attempt(lambda: Repr(indent=indent).repr([1]))
    attempt(lambda: Repr(indent=indent).repr(7))
    attempt(lambda: Repr(indent=indent).repr([]))
