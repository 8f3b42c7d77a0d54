# Virtual subclasses.
from abc import ABC, ABCMeta, get_cache_token


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sized(ABC):
    pass


class Box:
    pass


class Carton(Box):
    pass


print(issubclass(Box, Sized), isinstance(Box(), Sized), isinstance(Carton(), Sized))
before = get_cache_token()
print(Sized.register(Box) is Box, get_cache_token() == before, before == before)
print(issubclass(Box, Sized), isinstance(Box(), Sized), isinstance(Carton(), Sized), Sized in Box.__mro__)
print(Sized.register(Box) is Box, Sized.register(int) is int, isinstance(True, Sized), isinstance("", Sized))


# As a decorator, and along a chain of ABCs.
class Countable(ABC):
    pass


@Sized.register
class Crate:
    pass


Countable.register(Sized)
print(isinstance(Crate(), Countable), issubclass(Box, Countable), issubclass(Sized, Countable))
print(issubclass(Countable, Sized), isinstance(5, Countable), issubclass(list, Countable))

attempt(lambda: Sized.register(5))
attempt(lambda: Sized.register(Countable))
attempt(lambda: Countable.register("Box"))
print(Sized.register(Sized) is Sized)
attempt(lambda: issubclass(5, Sized))
attempt(lambda: Sized.__subclasscheck__("text"))
print(Sized.__instancecheck__(5), Sized.__subclasscheck__(Crate))


# A subclass's registration counts for its bases, not the other way round.
class Narrow(Sized):
    pass


class Thing:
    pass


print(isinstance(Thing(), Narrow), isinstance(Thing(), Sized))
Narrow.register(Thing)
print(isinstance(Thing(), Narrow), isinstance(Thing(), Sized), isinstance(Box(), Narrow))

# A "no" is forgotten when something is registered, a "yes" is final.
class Late(ABC):
    pass


item = Thing()
print(isinstance(item, Late))
Late.register(Box)
print(isinstance(item, Late))
Late.register(Thing)
print(isinstance(item, Late))
Late._abc_registry_clear()
print(isinstance(item, Late))
Late._abc_caches_clear()
print(isinstance(item, Late))


# Registration does not add methods, nor remove abstract ones.
class Meta(ABCMeta):
    def shout(cls):
        return cls.__name__.upper()


class Loud(metaclass=Meta):
    pass


Loud.register(dict)
print(isinstance({}, Loud), Loud.shout(), hasattr(dict, "shout"), type(Loud).__name__)
