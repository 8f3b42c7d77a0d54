# type() by a metaclass with one argument, and bases in a subclass of tuple.
class M(type):
    pass


class N(type, metaclass=M):
    pass


for metaclass in M, N:
    try:
        print(metaclass(5))
    except TypeError as error:
        print(error)


class Bases(tuple):
    pass


print(type(type("T", Bases((int,)), {}).__bases__).__name__)
