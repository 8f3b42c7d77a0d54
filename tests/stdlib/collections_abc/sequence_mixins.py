# Sequence and MutableSequence: all mixin methods over a class that keeps its items in a list.
from collections.abc import MutableSequence, Sequence


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


class Row(Sequence):
    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"{type(self).__name__}({self.items})"


class Open(Row, MutableSequence):
    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def insert(self, index, value):
        self.items.insert(index, value)


nan = float("nan")
s = Row([1, 2, 3, 2, 1])
for text in ("list(s)", "2 in s", "9 in s", "list(reversed(s))", "s.count(2)", "s.count(9)", "s.index(2)",
             "s.index(2, 2)", "s.index(2, -2)",
             "s.index(1, 1, 5)", "s.index(2, -100)", "s.index(1, -100, -1)", "s.index(2, 0, 100)", "s.index(9)",
             "s.index(2, 4)", "s.index(1, 1, -1)",
             "s.index(2, 2, 3)", "s.index(1, 'a')", "s.index(value=3, start=1, stop=3)", "nan in Row([nan])",
             "Row([nan]).count(nan)",
             "Row([nan]).index(nan)", "s == Row([1, 2, 3, 2, 1])", "s == s", "hash(s) == hash(s)",
             "isinstance(s, Sequence)", "[*s]", "max(s)"):
    attempt(text)

l = Open([1, 2, 3])
for text in ("l.append(4)", "l.reverse()", "l", "l.extend([7, 8])", "l.extend(l)", "l", "l.pop()", "l.pop(0)",
             "l.pop(100)", "l.remove(2)", "l.remove(99)",
             "l", "l.insert(1, 'i')", "l", "l.extend(5)", "l.clear()", "l", "l.pop()", "l.reverse()", "l"):
    attempt(text)
same = l
l += [5, 6, 7]
l += l
l += "ab"
print(l, l is same)
for length in range(4):
    l = Open(range(length))
    l.reverse()
    print(l)


# The end of a sequence is the IndexError, whatever len says
class Endless(Sequence):
    def __getitem__(self, index):
        if index >= 5:
            raise IndexError(index)
        return index * 10

    def __len__(self):
        return 3


e = Endless()
print(list(e), 40 in e, e.index(40), e.count(40), list(reversed(e)))


class Noisy(Open):
    def insert(self, index, value):
        print("insert", index, value)
        super().insert(index, value)

    def __delitem__(self, index):
        print("delete", index)
        super().__delitem__(index)


n = Noisy([])
n.append("a")
n.extend("bc")
n += "d"
n.remove("b")
print(n.pop(0), n.pop(), n)
n.clear()


# A list of numbers only, as a user would write it
class Numbers(MutableSequence):
    def __init__(self, *numbers):
        self._numbers = []
        self.extend(numbers)

    def _checked(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f"a number, not {type(value).__name__}")
        return value

    def __getitem__(self, index):
        return self._numbers[index]

    def __setitem__(self, index, value):
        self._numbers[index] = self._checked(value)

    def __delitem__(self, index):
        del self._numbers[index]

    def __len__(self):
        return len(self._numbers)

    def insert(self, index, value):
        self._numbers.insert(index, self._checked(value))


numbers = Numbers(3, 1, 2)
try:
    numbers.extend([4, "five", 6])
except TypeError as error:
    print(error)
print([*numbers], numbers.index(4), sum(numbers), sorted(numbers), 4 in numbers)
