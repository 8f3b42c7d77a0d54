# lru_cache, cache and cached_property: numbers, order of leaving, keys, typed, reentrancy, methods, errors.
import copy
from functools import cache, cached_property, lru_cache, wraps


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


calls = []


@lru_cache(maxsize=2)
def slow(x, *rest, **kw):
    """Counts its calls."""
    calls.append((x, rest, kw))
    return x


print([slow(x) for x in (1, 2, 1, 3, 2, 1)], len(calls), slow.cache_info(), slow.cache_parameters())
slow.cache_clear()
calls.clear()
print(slow.cache_info(), slow(1), slow(1), slow(1, 2), slow(1, b=1), slow(1, b=1), slow.cache_info(), len(calls))
print(slow.__name__, slow.__doc__, slow.__wrapped__(5), slow.__qualname__, slow.__module__, type(slow))
info = slow.cache_info()
print(info.hits, info[1], info._fields, info._replace(hits=0), tuple(info))


@lru_cache
def plain(x): return type(x).__name__


@lru_cache(maxsize=None, typed=True)
def typed(x, k=0): return type(x).__name__


print(plain(1), plain(1.0), plain(True), plain("1"), plain.cache_info(), plain.cache_parameters())
print(typed(1), typed(1.0), typed(True), typed(1, k=1), typed(1, k=1.0), typed.cache_info(), typed.cache_parameters())


@lru_cache(maxsize=0)
def none(x): return x


@lru_cache(-3)
def negative(x): return x


none(1), none(1), negative(1)
print(none.cache_info(), negative.cache_info(), negative.cache_parameters())


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(3)
def narrow(n): return n if n < 2 else narrow(n - 1) + narrow(n - 2)


print(fib(80), fib.cache_info(), narrow(30), narrow.cache_info())

again = 0


@lru_cache(maxsize=10)
def reenter(n):
    global again
    again += 1
    if again == 1:
        reenter(n)
    return again


print(reenter(0), again, reenter(0), reenter.cache_info())


@lru_cache
def fails(x): raise KeyError(x)


show(lambda: fails(1))
show(lambda: fails(1))
print(fails.cache_info())
for make in [lambda: plain([]), lambda: plain(), lambda: plain(1, 2), lambda: lru_cache(1.5), lambda: lru_cache("a"),
             lambda: lru_cache(2)(3), lambda: cache(3), lambda: typed({}), lambda: type(plain)(len, "a", False, tuple)]:
    show(make)
print(copy.copy(plain) is plain, copy.deepcopy(plain) is plain, plain.__reduce__())


class Shop:
    def __init__(self, tax): self.tax = tax

    @lru_cache(maxsize=None)
    def price(self, n): return n * self.tax

    @staticmethod
    @lru_cache
    def free(n): return n

    @cached_property
    def total(self):
        """All of it."""
        print("computing")
        return self.tax * 100


shop = Shop(2)
print(shop.price(3), shop.price(3), Shop.price(shop, 3), shop.free(1), Shop.price.cache_info(), Shop.free.cache_info())
print(shop.total, shop.total, vars(shop), Shop.total.__doc__, Shop.total.attrname, type(Shop.total).__name__)
shop.total = 5
print(shop.total)
del shop.total
print(shop.total)


@wraps(slow)
def outer(*args): return slow(*args)


twice = lru_cache(maxsize=5)(lru_cache(maxsize=1)(len))
print(twice("ab"), twice("ab"), twice("abc"), twice.cache_info(), twice.__wrapped__.cache_info(), outer(1))

loose = cached_property(lambda self: 1)
show(lambda: loose.__get__(shop))
loose.__set_name__(Shop, "a")
show(lambda: loose.__set_name__(Shop, "b"))


class Slotted:
    __slots__ = ()
    value = cached_property(lambda self: 1)


class Frozen(type):
    value = cached_property(lambda cls: 1)


class Thing(metaclass=Frozen): pass


show(lambda: Slotted().value)
show(lambda: Thing.value)
print(cached_property[int], loose.func(None))
