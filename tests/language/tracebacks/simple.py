# Uncaught, through three functions, with carets.
def first(x):
    return second(x) + 1


def second(x):
    value = x
    return third(value, 0)


def third(a, b):
    return (a + 1) / b * 2


print("before")
first(41)
