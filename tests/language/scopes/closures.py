# Cells: shared, rebound, captured late.
def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    def read():
        return count
    return increment, read


inc, read = counter()
inc2, read2 = counter()
print(inc(), inc(5), read(), inc2(), read2())


def late():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    i = "changed"
    return [f() for f in functions]


def deep(a):
    def b(c):
        def d(e):
            nonlocal a
            a += 1
            return a, c, e
        return d
    return b


d = deep(1)(2)
print(late(), d(3), d(4))


def parameter_captured(x, *args, **kwargs):
    def show():
        return x, args, kwargs
    x = x * 2
    return show()


print(parameter_captured(4, 5, k=6))


def unbound():
    def read():
        return later
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return read()


print(unbound())


def removed():
    value = 1
    def read(): return value
    del value
    try:
        read()
    except NameError as error:
        print(error)


removed()
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars, deep.__closure__)
