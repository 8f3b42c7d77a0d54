# insort_left and insort_right: where equal items go, keys, lists of other kinds, refusals.
from bisect import *


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


l = []
for x in (3, 1, 2, 3, 1, 2.0, True):
    print(insort(l, x), l)
l = [1, 2, 2, 3]
insort_left(l, 2.0)
insort_right(l, 2.5)
insort_right(l, 2.0)
print(l)

pairs = [(1, "a"), (2, "b"), (2, "c")]
first = lambda pair: pair[0]
insort_left(pairs, (2, "left"), key=first)
insort_right(pairs, (2, "right"), key=first)
insort(pairs, (0, "front"), key=first)
print(pairs)
insort_left(pairs, (9, "z"), 1, 2)
insort_right(pairs, (0, "w"), lo=0, hi=0, key=first)
print(pairs)

calls = []


def note(value):
    calls.append(value)
    return value


for function in (insort, insort_left, insort_right):
    function([1, 3, 5], 4, key=note)
    function([], 7, key=note)
    print(function.__name__, calls)
    calls.clear()

for text in ("insort([1], 1, -1)", "insort_left([1], 1, -1)", "insort(5, 1)", "insort((1, 2), 1)",
             "insort_left([1, 2], 'a')", "insort([1], 1, 'a')",
             "insort([1], 1, 0, 'b')", "insort([1], 1, key=5)", "insort([1], 1, foo=5)"):
    attempt(text)


class Shelf:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def insert(self, index, value):
        print("insert", index, value)
        self.items.insert(index, value)


shelf = Shelf([1, 3])
insort(shelf, 2)
insort_left(shelf, 2)
insort_right(shelf, 9)
print(shelf.items)


class Loud(list):
    def insert(self, index, value):
        print("loud insert", index, value)
        super().insert(index, value)


loud = Loud([1, 3])
insort(loud, 2)
insort_left(loud, 3)
print(loud)
