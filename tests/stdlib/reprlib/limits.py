# Every limit, with its default and another value.
import reprlib
from reprlib import Repr, aRepr

print(reprlib.__all__, sorted(vars(aRepr).items()))
print(reprlib.repr == aRepr.repr, reprlib.repr("y" * 100))


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Long:
    def __repr__(self):
        return "<" + "long" * 12 + ">"


class Failing:
    def __repr__(self):
        raise ValueError("no repr")


samples = [
    "x" * 28, "x" * 29, "quote'" * 9, "é" * 40, b"b" * 40, 10**39, 10**40, -10**60, 1.5, None, [], [1] * 6, [1] * 7,
    (), (1,), (1,) * 9, set(), {3, 1, 2}, set(range(20)), frozenset(), frozenset(range(9)), {}, {"b": 1, "a": 2},
    {i: i for i in range(9)}, {2: 1, "a": 2}, Long(), [Long()], [[[[[[[[1]]]]]]]], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}},
    ((((((((1,),),),),),),),), range(10**30), [["a" * 50] * 8] * 2, True, len, int,
]
for sample in samples:
    print(aRepr.repr(sample))
print(aRepr.repr(Failing()).split(" at ")[0])
print(aRepr.repr([Failing()])[:17])

big = aRepr.repr(10**5000)
print(big.split(" at ")[0])
options = [
    ("maxlevel", (0, 1, 2)), ("maxlist", (0, 1)), ("maxtuple", (0, 1)), ("maxdict", (0, 1)), ("maxset", (0, 1)),
    ("maxfrozenset", (0, 1)), ("maxstring", (0, 3, 5, 10)), ("maxlong", (0, 4, 7)), ("maxother", (0, 4, 9)),
    ("fillvalue", ("", "…", "<more>")),
]
data = [[1, [2, [3]]], (1, (2,)), (1,), {"a": {"b": 1}}, {1, 2}, frozenset({1, 2}), "abcdefgh" * 5,
        12345678901234567890, Long()]
for name, values in options:
    for value in values:
        custom = Repr(**{name: value})
        print(name, value, *[custom.repr(item) for item in data])
attempt(lambda: Repr(5))
attempt(lambda: Repr(maximum=5))

# One level at a time.
print(aRepr.repr1([1, [2]], 0), aRepr.repr1([1, [2]], 1), aRepr.repr1([], 0), aRepr.repr1("abc", -1))
print(aRepr.repr_list([1, 2], 1), aRepr.repr_dict({1: [2]}, 1), aRepr.repr_str("z" * 40, 0), aRepr.repr_tuple((1,), 0))
print(aRepr.repr_int(7**99, 1), aRepr.repr_instance(Long(), 1), aRepr.repr_set({1}, 1))
print(aRepr.repr_frozenset(frozenset("a"), 2))
