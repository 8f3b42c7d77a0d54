# bisect_left and bisect_right: places, bounds, keys, other sequences, refusals.
import bisect as module
from bisect import *


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


a = [1, 2, 2, 2, 5, 8]
for x in (0, 1, 2, 3, 5, 8, 9, 2.5):
    print(x, bisect_left(a, x), bisect_right(a, x), bisect(a, x))
print(bisect is bisect_right, insort is insort_right, bisect.__name__, insort.__name__, module.bisect_left.__name__)
for n in range(20):
    row = [i * i % 7 for i in range(n)]
    row.sort()
    for x in range(-1, 8):
        left, right = bisect_left(row, x), bisect_right(row, x)
        assert all(item < x for item in row[:left]) and all(item >= x for item in row[left:])
        assert all(item <= x for item in row[:right]) and all(item > x for item in row[right:])

for text in ("bisect_left(a, 2, 2)", "bisect_left(a, 2, 0, 2)", "bisect_right(a, 2, 0, 2)",
             "bisect_left(a, 2, lo=3, hi=5)", "bisect_right(a, 2, hi=None)",
             "bisect_left(a, 2, 4, 1)", "bisect_left([], 1)", "bisect_left(a=a, x=2)",
             "bisect_right(x=2, a=a, hi=4, lo=1)", "bisect_left(a, 2, True)",
             "bisect_left(a, 2, -1)", "bisect_right(a, 2, -1)", "bisect_left(a, 9, 0, 99)", "bisect_left(a, 2, 'a')",
             "bisect_left(a, 2, 0, 'b')",
             "bisect_left(a, 2, 0, -1)", "bisect_left(a, 2, 0, -2)", "bisect_left(a, 2, 1.0)",
             "bisect_left(a, 2, None)", "bisect_left(5, 1)",
             "bisect_left(a, 'x')", "bisect_right(a, 'x')", "bisect_left([1, 'a'], 1, 0, 2)",
             "bisect_left(a, 2, key=3)", "bisect_left(a, 2, key=None)",
             "bisect_left([3], 1, key=lambda: 0)", "bisect_left(range(10**18), 12345678901)",
             "bisect_right('abc', 'b')", "bisect_left((1, 2, 3), 2)"):
    attempt(text)

# A key is asked of items, not of what is sought
pairs = [(1, "a"), (2, "b"), (2, "c"), (5, "d")]
first = lambda pair: pair[0]
for x in (0, 1, 2, 3, 5, 6):
    print(x, bisect_left(pairs, x, key=first), bisect_right(pairs, x, key=first),
          bisect_right(pairs, x, 1, 3, key=first))
calls = []


def note(value):
    calls.append(value)
    return value


for function in (bisect_left, bisect_right):
    function([1, 2, 3, 4, 5, 6, 7], 5, key=note)
    print(function.__name__, calls)
    calls.clear()


# Anything with a length and items
class Squares:
    def __len__(self):
        return 10

    def __getitem__(self, index):
        print("get", index)
        return index * index


print(bisect_left(Squares(), 50), bisect_right(Squares(), 49, 2, 9))


class NoLength:
    def __getitem__(self, index):
        return index


attempt("bisect_left(NoLength(), 5)")
attempt("bisect_left(NoLength(), 5, 0, 10)")


class Index:
    def __index__(self):
        return 2


print(bisect_left(a, 2, Index()), bisect_left(a, 9, 0, Index()))


# Only `<` is asked, of the one on its left
class Asked:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print(self.value, "<", other.value)
        return self.value < other.value


bisect_left([Asked(1), Asked(2), Asked(3)], Asked(2))
bisect_right([Asked(1), Asked(2), Asked(3)], Asked(2))


class Refuses:
    def __lt__(self, other):
        raise ValueError("no order")


attempt("bisect_right([1], Refuses())")
attempt("bisect_left([Refuses()], 1)")
