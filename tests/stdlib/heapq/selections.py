# nsmallest, nlargest and merge: counts, keys, equal items, iterators, refusals.
from heapq import *


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


data = [(i * 7919) % 101 for i in range(40)]
for n in (0, -1, 1, 2, 3, 10):
    print(n, nsmallest(n, data), nlargest(n, data))
    print(n, nsmallest(n, iter(data)), nlargest(n, iter(data)))
    print(n, nsmallest(n, data, key=lambda x: -x), nlargest(n, iter(data), key=lambda x: x % 10))
print(nsmallest(50, data) == sorted(data), nlargest(50, iter(data)) == sorted(data, reverse=True))
big = [(i * 7919) % 10007 for i in range(5000)]
print(nsmallest(5, big), nlargest(5, iter(big)), nlargest(3, big, str), nsmallest(600, iter(big))[-3:])

for text in ("nsmallest('a', [1])", "nsmallest('a', iter([1]))", "nsmallest(1.5, [1, 2, 3])",
             "nsmallest(1.5, iter([1, 2, 3]))", "nlargest(2, 3)",
             "nsmallest(1, [])", "nlargest(1, [])", "nlargest(3, [1, 'a', 2, 4, 5])", "nsmallest(2)",
             "nsmallest(n=2, iterable=[3, 1, 2], key=None)",
             "nsmallest(1, [3, 1], key=lambda x: -x)", "nlargest(1, iter([3, 1]))", "nlargest(1, [3, 1], lambda x: -x)",
             "nsmallest(True, [1, 2])",
             "nsmallest(2, {'b': 1, 'a': 2, 'c': 0})", "nlargest(2, 'hello')", "nsmallest(2, [3, 1, 2], key=5)"):
    attempt(text)
source = iter(range(10))
print(nsmallest(0, source), next(source))


# Equal items: the first come, first
class Task:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.name}"


tasks = [Task(i % 3, "abcdefghij"[i]) for i in range(10)]
rank = lambda task: task.rank
print(nsmallest(4, tasks, key=rank), nlargest(4, tasks, key=rank),
      nsmallest(9, tasks, key=rank) == sorted(tasks, key=rank)[:9])
print(nsmallest(4, tasks), nlargest(4, tasks))
calls = []
print(nlargest(2, "hello", key=lambda c: calls.append(c) or c), calls)

# merge
for text in ("list(merge([1, 4, 7], [2, 5], [], [0, 9]))", "list(merge([7, 4, 1], [5, 2], reverse=True))",
             "list(merge())", "list(merge([1]))",
             "list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))",
             "list(merge(iter('ac'), iter('bd')))",
             "list(merge(['horse', 'dog'], ['kangaroo', 'fish', 'cat'], key=len, reverse=True))", "list(merge(1))",
             "list(merge([1], ['a']))",
             "merge([1], foo=1)", "list(merge([1, 2], [1.0, 2.0], [True]))", "list(merge([3, 1], [2, 0]))"):
    attempt(text)
one, two = [Task(0, "a"), Task(1, "b")], [Task(0, "c"), Task(1, "d")]
print(list(merge(one, two, key=rank)), list(merge(two, one, key=rank)),
      list(merge(one[::-1], two[::-1], key=rank, reverse=True)))
print(list(merge(one, two)), list(merge(two, one)), list(merge(one[::-1], two[::-1], reverse=True)))


# It reads no further than it must
def loud(name, items):
    for item in items:
        print("read", name, item)
        yield item
    print("end of", name)


merged = merge(loud("one", [1, 5]), loud("two", [2, 3]), loud("none", []))
print(type(merged).__name__)
for item in merged:
    print(item)


def naturals(step):
    n = 0
    while True:
        yield n
        n += step


endless = merge(naturals(3), naturals(5))
print([next(endless) for _ in range(12)])
