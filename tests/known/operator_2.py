# The messages of deletion, and no warning about a missing comma for it.
def number():
    del (5)[1]


def text():
    x = "abc"
    del x[0]


def pair():
    x = (1,)
    del x[0]


def view():
    x = vars(int)
    del x["a"]


for call in (number, text, pair, view):
    try:
        call()
    except TypeError as error:
        print(error)
