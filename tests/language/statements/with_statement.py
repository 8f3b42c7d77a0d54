# with: order, suppression, targets, errors.
class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise OSError("enter failed")
        return self.name.upper()
    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        if self.fail == "exit": raise OSError("exit failed")
        return self.swallow


with M("a") as a, M("b") as b:
    print(a, b)
with M("c", swallow=True):
    raise ValueError("swallowed")
print("after")
try:
    with M("d"), M("e", fail="enter"):
        print("never")
except OSError as error:
    print(error)
try:
    with M("f", fail="exit"):
        raise KeyError("body")
except OSError as error:
    print(error, repr(error.__context__))
def early(how):
    for _ in range(2):
        with M(how) as m:
            if how == "return": return m
            if how == "break": break
            if how == "continue": continue
    return "end"
print(early("return"), early("break"), early("continue"))
with (
    M("g") as g,
    M("h") as (first, *rest),
):
    print(g, first, rest)
class Box: pass
box, items = Box(), [0]
with M("i") as box.attr, M("j") as items[0]:
    print(box.attr, items)
for bad in [5, object()]:
    try:
        with bad: pass
    except TypeError as error:
        print(error)
class OnlyEnter:
    def __enter__(self): pass
try:
    with OnlyEnter(): pass
except TypeError as error:
    print(error)
def generator():
    with M("in generator"):
        yield 1
g = generator()
next(g)
g.close()
with M("outer", swallow=True):
    with M("inner"):
        try:
            1 / 0
        finally:
            print("finally")
class OnInstance:
    pass
o = OnInstance()
o.__enter__ = lambda: None
o.__exit__ = lambda *a: None
try:
    with o: pass
except TypeError as error:
    print(error)
