# What must be defined: refusals to make instances, abstract bodies called through super, slots, subscription.
import collections.abc as abc
from collections.abc import *


def attempt(call, *args):
    try:
        print("->", call(*args))
    except Exception as error:
        print("!!", type(error).__name__, error)


for name in abc.__all__:
    if not name.endswith("View") and name != "Buffer":
        attempt(getattr(abc, name))


class Half(MutableMapping):
    def __getitem__(self, key):
        return key


attempt(Half)


class Bare(Sized, Hashable, Container, Callable, Reversible):
    def __len__(self):
        return super().__len__()

    def __hash__(self):
        return super().__hash__()

    def __contains__(self, item):
        return super().__contains__(item)

    def __call__(self, *args):
        return super().__call__(*args)

    def __iter__(self):
        return super().__iter__()

    def __reversed__(self):
        return super().__reversed__()


b = Bare()
print(len(b), hash(b), 3 in b, b(1), list(b), list(reversed(b)), type(iter(b)).__name__)


class Ends(Iterator):
    def __next__(self):
        return super().__next__()


e = Ends()
print(iter(e) is e, list(e))
attempt(next, e)
for method in (Sequence.__getitem__, MutableSequence.__setitem__, MutableSequence.__delitem__, MutableSequence.insert,
               Mapping.__getitem__,
               MutableMapping.__setitem__, MutableMapping.__delitem__, MutableSet.add, MutableSet.discard):
    print(method.__qualname__)
    attempt(method, *[None] * method.__code__.co_argcount)


# Slots: a subclass decides whether its instances have a __dict__
class Slotted(Set):
    __slots__ = ()

    def __contains__(self, item):
        return False

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Loose(Slotted):
    pass


print(hasattr(Slotted(), "__dict__"), hasattr(Loose(), "__dict__"), MappingView.__slots__)
try:
    Slotted().x = 1
except AttributeError as error:
    print("!!", error)
attempt(hash, Slotted())
print(Set.__hash__, Mapping.__hash__, Mapping.__reversed__)

# Subscription
print(Iterable[int], Mapping[str, int], Generator[int, str, bool], KeysView[int], Set[str], Awaitable[None],
      Coroutine[int, str, bool])
print(Iterable[int].__origin__, Mapping[str, int].__args__, Sequence[int].__origin__ is Sequence)
for text in ("Sized[int]", "Hashable[int]", "isinstance([], Iterable[int])"):
    attempt(eval, text)
for text in ("Callable[int]", "Callable[int, str]", "Callable[int, str, 3]", "Callable[3, 4]", "Callable[()]"):
    attempt(eval, text)
print(Callable[..., int], Callable[[int, str], bool].__args__, Callable[[int], str].__origin__)


# A virtual subclass goes without the mixins
class Virtual:
    pass


Mapping.register(Virtual)
print(isinstance(Virtual(), Mapping), hasattr(Virtual(), "get"))
