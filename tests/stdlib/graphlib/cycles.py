# Cycles: which one is found, how it is shown, what still works afterwards.
# collections: as usual
from graphlib import CycleError, TopologicalSorter


def show(graph):
    try:
        print(list(TopologicalSorter(graph).static_order()))
    except CycleError as error:
        print(error.args, str(error))


print(CycleError.__mro__[1].__name__, CycleError.__module__)
for graph in [{1: [1]}, {1: [2], 2: [1]}, {1: [2], 2: [3], 3: [1]}, {1: [2], 2: [1], 5: [6], 7: [1]},
              {0: [1, 4], 1: [2], 2: [3], 3: [1], 4: [5], 5: [4]},
              {"a": "bcd", "b": "ce", "d": "e", "e": "gf", "f": "a", "g": "h"},
              {0: [3, 0], 1: [3, 6], 2: [2]}, {3: [0, 2], 2: [3], 0: []}, {5: [7, 7], 7: [4], 4: [2], 2: [4]}]:
    show(graph)

sorter = TopologicalSorter({1: [2], 2: [1], 3: [4]})
for _ in range(2):
    try:
        sorter.prepare()
    except CycleError as error:
        print(error.args[1])
print(sorter.is_active(), sorter.get_ready())
sorter.done(4)
print(sorter.get_ready(), sorter.is_active())
sorter.done(3)
print(sorter.is_active())

# A long chain and a wide fan, and a ring at the end of a long chain.
n = 5000
print(list(TopologicalSorter({i: [i + 1] for i in range(n)}).static_order()) == list(range(n, -1, -1)))
fan = list(TopologicalSorter({"hub": range(n)}).static_order())
print(fan[-1], fan[:3], len(fan))
ring = {i: [i + 1] for i in range(n)}
ring[n] = [n - 2]
try:
    TopologicalSorter(ring).prepare()
except CycleError as error:
    print(error.args[1])


class Node:
    """Hashed and compared by name, shown by it."""
    def __init__(self, name): self.name = name
    def __hash__(self): return hash(self.name)
    def __eq__(self, other): return self.name == other.name
    def __repr__(self): return f"<{self.name}>"


show({Node("a"): [Node("b")], Node("b"): [Node("a")]})
show({Node("a"): [Node("b"), Node("c")], Node("c"): [Node("b")]})
