# Star forms in calls: any iterable, any mapping.
def show(*args, **kwargs):
    print(args, kwargs)


class Mapping:
    def keys(self): return ["p", "q"]
    def __getitem__(self, key): return key * 2


def generate():
    yield 1
    yield 2


show(*generate(), *"xy", *{"k": 1}, *())
show(**Mapping(), r=3)
show(*[1], 2, *(3,), **{"a": 1}, b=2, **{"c": 3})
for call in [lambda: show(**{"a": 1}, **{"a": 2}), lambda: show(a=1, **{"a": 2}), lambda: show(*1), lambda: show(**[1]),
             lambda: show(**{1: 2}), lambda: max(*5)]:
    try:
        call()
    except TypeError as error:
        print(error)
def failing():
    yield 1
    raise ValueError("in the middle")
try:
    show(*failing())
except ValueError as error:
    print(error)
print(*[1, 2, 3], sep="-", end="!\n")
print([*range(3), *"ab"], (*[1], 2), {*[1, 1], 2}, {**{"a": 1}, "a": 2, **{"b": 3}})
