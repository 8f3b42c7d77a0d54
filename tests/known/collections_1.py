# types.GenericAlias can be derived from: instances are of the subclass, and its methods are called.
class Alias(type(list[int])):
    __slots__ = ()

    def __new__(cls, origin, args):
        return super().__new__(cls, origin, args)

    def __repr__(self):
        return "an alias"


a = Alias(list, (int, str))
print(type(a).__name__, repr(a), a.__origin__, a.__args__)


class Holder:
    __class_getitem__ = classmethod(Alias)


print(Holder[int, str], type(Holder[int, str]).__name__)
print(hasattr(list[int], "__iter__"))
