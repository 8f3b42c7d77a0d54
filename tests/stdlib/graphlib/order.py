# TopologicalSorter: static order, step by step, adding nodes, states and their errors.
import graphlib
from graphlib import CycleError, TopologicalSorter


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(graphlib.__all__, TopologicalSorter[int], type(TopologicalSorter().static_order()).__name__)
for graph in [{}, None, {1: []}, {3: [2, 1], 2: [1], 5: []}, {"D": {"B": 0, "C": 0}, "B": ["A"], "C": ["A"]},
              {"a": "bcd", "b": "ce", "d": "e", "f": "a"},
              {i: [i + 1, i + 2] for i in range(9)}, {2: [1, 1], 1: [0, 0, 0]}]:
    print(list(TopologicalSorter(graph).static_order()))
print(list(TopologicalSorter({i: [i * 7 % 11, i * 5 % 13] for i in range(20, 40)}).static_order()))

sorter = TopologicalSorter({"cake": ["dough", "icing"], "dough": ["flour", "eggs"]})
sorter.add("icing", "sugar")
sorter.add("dough", "sugar", "butter")
sorter.add("plate")
sorter.add("dough", "eggs")
sorter.prepare()
print(sorter.is_active(), bool(sorter))
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready, sorter.get_ready(), sorter.is_active())
    for node in ready:
        sorter.done(node)
print(bool(sorter), sorter.get_ready())

sorter = TopologicalSorter({3: [2, 1], 2: [1]})
for make in [lambda: sorter.get_ready(), lambda: sorter.is_active(), lambda: sorter.done(1), lambda: bool(sorter)]:
    show(make)
sorter.prepare()
for make in [lambda: sorter.add(9), lambda: sorter.prepare(), lambda: sorter.done(1), lambda: sorter.done("x"),
             lambda: sorter.get_ready(),
             lambda: sorter.prepare(), lambda: sorter.done(2), lambda: sorter.done(), lambda: sorter.done(1),
             lambda: sorter.done(1),
             lambda: sorter.get_ready(), lambda: sorter.done(2, 2), lambda: sorter.get_ready(), lambda: sorter.done([]),
             lambda: sorter.done(3), lambda: sorter.is_active(), lambda: sorter.get_ready()]:
    show(make)

sorter = TopologicalSorter({1: [2, 3]})
sorter.prepare()
print(sorter.get_ready())
show(lambda: sorter.done(2, 1, 3))
print(sorter.get_ready())
sorter.done(3)
print(sorter.get_ready())
for make in [lambda: TopologicalSorter(1), lambda: TopologicalSorter({1: 2}), lambda: TopologicalSorter({1: [[]]}),
             lambda: TopologicalSorter().add(),
             lambda: TopologicalSorter({}).add({}), lambda: TopologicalSorter({}, 1),
             lambda: list(TopologicalSorter(graph={1: "a"}).static_order())]:
    show(make)

partly = TopologicalSorter({1: [2], 2: [3]})
steps = partly.static_order()
print(next(steps))
show(lambda: partly.prepare())
print(list(steps))
