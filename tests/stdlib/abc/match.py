# Classes registered as sequences or mappings fit the patterns for those.
from collections.abc import Mapping, MutableSequence, Sequence, Set


def kind(value):
    match value:
        case {"a": first, **rest}:
            return f"mapping with {first}"
        case {}:
            return "mapping"
        case [first, *rest]:
            return f"sequence from {first}"
        case []:
            return "empty sequence"
        case _:
            return "neither"


class Row:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Table:
    def __init__(self, **items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def keys(self):
        return self.items.keys()

    def __getitem__(self, key):
        return self.items[key]

    def get(self, key, default=None):
        return self.items.get(key, default)


class SubRow(Row):
    pass


values = [Row(1, 2), Row(), SubRow(7), Table(b=1)]
print([kind(value) for value in values])
Sequence.register(Row)
print([kind(value) for value in values])
Mapping.register(Table)
print([kind(value) for value in values], kind(Table(a=5)))


class LaterRow(Row):
    pass


class Mine(MutableSequence):
    def __init__(self, items):
        self.data = list(items)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.data[index]

    def __setitem__(self, index, value):
        self.data[index] = value

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, value):
        self.data.insert(index, value)


class Bag(Set):
    def __init__(self, items=()):
        self.data = set(items)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, item):
        return item in self.data


print(kind(LaterRow(3)), kind(Mine("xy")), kind(Mine("")), kind(Bag([1])), kind("text"), kind({1}), kind(range(3)))
print(isinstance(LaterRow(), Sequence), isinstance(Table(), Mapping), isinstance(Bag(), Sequence))
