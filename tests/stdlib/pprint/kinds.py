# Types of collections, types and dataclasses.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from dataclasses import dataclass, field
from pprint import pformat, pprint
from types import MappingProxyType

words = "the quick brown fox jumped over a lazy dog".split()
table = {word: number for number, word in enumerate(words)}
pprint(OrderedDict(table), width=40)
pprint(defaultdict(int, table), width=40)
pprint(Counter("the quick brown fox jumped over a lazy dog"), width=30)
pprint(ChainMap({"a": "A" * 20}, OrderedDict(table), {}), width=50)
pprint(deque(words), width=30)
pprint(deque(words, maxlen=7), width=30)
pprint(UserDict(table), width=40)
pprint(UserList(words), width=40)
pprint(UserString(" ".join(words)), width=30)
pprint(MappingProxyType(table), width=40)
pprint([OrderedDict(), defaultdict(list), Counter(), ChainMap(), deque(), UserDict(), UserList()], width=20)


@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)
    secret: str = field(default="no", repr=False)


@dataclass(repr=False)
class Silent:
    x: int


@dataclass
class Special:
    x: int

    def __repr__(self):
        return f"Special with {self.x} and a long text behind it, longer than a line"


pprint(Point(1, ["a long text in a list"] * 3), width=40)
pprint({"p": Point(2, [Point(3, ["another long text"] * 2)])}, width=50)
pprint([Special(1), Point], width=20)
loop = Point(5)
loop.y = [loop, "some text to make it long enough for more than one line"]
print(pformat(loop, width=50).count("\n"), "Recursion on Point" in pformat(loop, width=50))


class Table(dict):
    pass


class Row(list):
    def __repr__(self):
        return "<row>"


class Group(set):
    pass


pprint([Table(table), Row(words), Group([2, 1])], width=30)
pprint(Group(range(20)), width=30)
