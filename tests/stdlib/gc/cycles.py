# gc.collect finds cycles and says how many objects it freed.
# collections: as usual
import gc


class Node:
    def __init__(self, name):
        self.name, self.other = name, None
    def __del__(self):
        print("del", self.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("unreachable but alive")
found = gc.collect()
print(found >= 2, gc.collect())
n = Node("self")
n.other = n
n = None
gc.collect()
items = []
items.append(items)
del items
print(gc.collect() >= 1)
def closure():
    def inner(): return inner
    return inner
closure()
print(gc.collect() >= 1)
d = {}
d["d"] = d
keep = Node("kept")
keep.other = [keep]
gc.collect()
print(keep.name, gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(len(gc.get_count()), len(gc.get_threshold()), gc.is_tracked([]), gc.is_tracked(5), gc.garbage)
print("end")
