# The attribute of a union over things that are no classes; and a union with a typing generic is of the same class.
import typing

mixed = int | typing.Iterable[str]
print(type(mixed) is type(int | str), isinstance(mixed, typing.Union), mixed.__args__)
try:
    int | 3
except TypeError as error:
    print(error)
