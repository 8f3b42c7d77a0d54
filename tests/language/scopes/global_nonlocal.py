# global and nonlocal name the variable that is meant.
x = "global"


def reads(): return x


def shadows():
    x = "local"
    return x


def writes():
    global x, made
    x = "rewritten"
    made = "by a function"


def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "from inner"
        inner()
        def skip():
            global x
            return x
        return skip()
    return middle(), x


print(reads(), shadows(), outer())
writes()
print(x, made, outer())


def unbound():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1


unbound()
try:
    undefined_name
except NameError as error:
    print(error, error.name)
def deleted():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as error:
        print(error)
    try:
        del y
    except UnboundLocalError as error:
        print(error)
deleted()
def delete_global():
    global made
    del made
delete_global()
try:
    made
except NameError as error:
    print(error)
len = lambda thing: "shadowed"
print(len([]))
del len
print(len([]))
print(globals()["x"], "reads" in globals(), __name__)
