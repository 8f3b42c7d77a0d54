# Unions: hashing members that cannot be hashed, parameters of members.
class Meta(type):
    hashable = False

    def __hash__(cls):
        if cls.hashable:
            return 1
        raise TypeError("not hashable")


class A(metaclass=Meta):
    pass


class B(metaclass=Meta):
    pass


union = A | B
for Meta.hashable in False, True:
    try:
        print(hash(union))
    except TypeError as error:
        print(error)


def generic[T, S]():
    return float | list[T], list[T] | list[S], T, S


one, two, T, S = generic()
print(one[int], one.__parameters__ == (T,), two[int, str], list[int | list[T]][str])


class Bad(type):
    def __eq__(cls, other):
        raise ZeroDivisionError("compared")

    __hash__ = type.__hash__


bad, worse = Bad("bad", (), {}), Bad("worse", (), {})
for call in (lambda: int | bad, lambda: (int | bad) == (int | worse), lambda: bad | worse, lambda: (int | bad) | int):
    try:
        print(call())
    except ZeroDivisionError as error:
        print(error)
