# Sequences, containers and length_hint.
from operator import *


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Row:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __add__(self, other):
        return "joined"

    def __repr__(self):
        return "Row"


class Bare:
    def __getitem__(self, index):
        raise IndexError(index)


# concat and iconcat take sequences only.
print(concat([1], [2]), concat("a", "b"), concat((1,), ()), concat(b"a", bytearray(b"b")), concat(Row(), Row()))
words = ["a"]
print(iconcat(words, "bc") is words, words, iconcat((1,), (2,)), iconcat("a", "b"), iconcat(Row(), [1]))
for args in ((1, 2), ([1], 2), ([1], (2,)), ({}, {}), (Row(), 5), (5, Row()), (Bare(), []), ([], Bare()), ({1}, {2})):
    attempt(concat, *args)
for args in ((1, 2), ([1], 2), ({}, []), (Bare(), []), (Row(), 5)):
    attempt(iconcat, *args)

# contains, countOf, indexOf
nan = float("nan")
print(contains([1, 2], 2), contains("abc", "bc"), contains({1: 2}, 2), contains(range(5), 7), contains([nan], nan))
print(countOf([1, 1.0, True, 2, "1"], 1), countOf("banana", "a"), countOf([nan, nan], nan), countOf(iter(()), 1))
print(indexOf([1, 2, 3], 3), indexOf("banana", "n"), indexOf([nan], nan), indexOf((x for x in "xyz"), "y"))


class Failing:
    def __iter__(self):
        raise ValueError("no items")


class Refusing:
    __iter__ = None


class Equal:
    def __eq__(self, other):
        return True


print(countOf([1, "a", None], Equal()), indexOf([1, "a"], Equal()))
for function in countOf, indexOf, contains:
    attempt(function, 5, 1)
    attempt(function, Refusing(), 1)
    attempt(function, Failing(), 1)
attempt(indexOf, [1, 2], 3)

# getitem, setitem, delitem
data = {"a": 1}
print(getitem(data, "a"), setitem(data, "b", 2), data, delitem(data, "a"), data)
line = list(range(6))
setitem(line, slice(1, 3), "xy")
delitem(line, slice(None, None, 2))
print(line, getitem(line, slice(1, None)), getitem("text", -1), getitem(list, int))
for function, args in ((getitem, (5, 1)), (getitem, ([1], "a")), (getitem, ([1], 4)), (getitem, ({}, "k")),
                       (setitem, ((1,), 0, 1)), (setitem, (5, 1, 1)), (delitem, ([], 0)), (delitem, ({}, 1))):
    attempt(function, *args)

# length_hint


class Hint:
    def __init__(self, answer):
        self.answer = answer

    def __length_hint__(self):
        if isinstance(self.answer, type):
            raise self.answer("from the hint")
        return self.answer


class Both(Hint):
    def __len__(self):
        raise TypeError("no length")


print(length_hint([1, 2]), length_hint(iter([1, 2, 3])), length_hint(range(10)), length_hint(5), length_hint(5, 7))
print(length_hint(Hint(4)), length_hint(Hint(NotImplemented), 9), length_hint(Hint(TypeError), 3), length_hint(Both(6)))
print(length_hint(Hint(True)), length_hint(5, True), length_hint(5, -1), length_hint([], -1))
for args in ((Hint(-1),), (Hint("4"),), (Hint(None),), (Hint(2.0),), (Hint(ValueError),), (5, "a"), (5, 1.5),
             ([], None)):
    attempt(length_hint, *args)
