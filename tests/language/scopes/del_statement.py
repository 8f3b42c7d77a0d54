# del on every kind of target.
class Box:
    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)
    def __delitem__(self, key):
        print("delitem", key)


box = Box()
box.a = box.b = 1
del box.a, box[3], box[1:2], box["k", 2]
print(vars(box))
items = list(range(10))
del items[0], items[-1], items[::3]
print(items)
del items[1:3]
print(items)
table = {"a": 1, "b": 2}
del table["a"]
x = y = z = 1
del x, (y, z)
del (table["b"])
print(table)
def gone(name):
    try:
        print(eval_name(name))
    except NameError as error:
        print(error)
def eval_name(name):
    return globals()[name] if name in globals() else undefined_x
gone("x")
for what in ["item", "key", "attr"]:
    try:
        if what == "item":
            del items[99]
        elif what == "key":
            del table["missing"]
        else:
            del box.missing
    except (IndexError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
def function():
    a = [1]
    b = a
    del a
    return b
print(function())
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)
