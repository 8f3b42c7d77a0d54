# Set and MutableSet: all mixin methods over a class that keeps its items in a list.
from collections.abc import MutableSet, Set


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


class ListSet(Set):
    def __init__(self, items):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"{type(self).__name__}({self.items})"


class Hashed(ListSet):
    __hash__ = Set._hash


class MutableListSet(ListSet, MutableSet):
    def add(self, value):
        if value not in self.items:
            self.items.append(value)

    def discard(self, value):
        if value in self.items:
            self.items.remove(value)


a, b = ListSet([3, 1, 2]), ListSet([2, 3, 4])
for text in ("a | b", "a & b", "a - b", "a ^ b", "a | [9]", "a & [1]", "a - [1, 1]", "a ^ [1, 1]", "[1, 7] - a",
             "[7] ^ a", "[7, 1, 1] | a",
             "[7, 1] & a", "a | 'xy'", "a | {9}", "{9, 1} & a", "a | 3", "a & 3", "3 - a", "3 ^ a", "a - None",
             "a == {1, 2, 3}", "{1, 2, 3} == a", "a == b", "a != b", "a == [3, 1, 2]", "a != 5", "a <= {1, 2, 3, 4}",
             "a < {1, 2, 3}",
             "a < {1, 2, 3, 4}", "a > {1}", "a >= {1, 5}", "a >= a", "{1} < a", "a < [1]", "a <= 3", "a > 'x'",
             "a.isdisjoint([5])", "a.isdisjoint([1])", "a.isdisjoint(b)", "hash(a)"):
    attempt(text)
print(hash(Hashed("abc")) == hash(frozenset("abc")), hash(Hashed([])) == hash(frozenset()),
      hash(Hashed(range(100))) == hash(frozenset(range(100))))
print(len({Hashed([1, 2]), Hashed([2, 1]), frozenset([1, 2])}))

m = MutableListSet([1, 2, 3])
for text in ("m.remove(9)", "m.remove(2)", "m.pop()", "m", "m.add(5)", "m.discard(99)", "m", "m.clear()", "m",
             "m.pop()"):
    attempt(text)


def change(text, start="1234"):
    m = same = MutableListSet(start)
    try:
        exec(text, globals(), scope := {"m": m})
        print(text, "->", scope["m"], scope["m"] is same)
    except Exception as error:
        print(text, "!!", type(error).__name__, error, m)


for text in ("m |= '56'", "m |= m", "m &= '15'", "m &= m", "m -= '12'", "m -= m", "m ^= '45'", "m ^= m", "m ^= '4455'",
             "m ^= ListSet('1')",
             "m |= 5", "m &= 5", "m -= 5", "m ^= 5"):
    change(text)
print(isinstance(m, Set), isinstance(a, MutableSet), issubclass(set, MutableSet), m.__hash__)


# The class of results is made by _from_iterable
class Sized(ListSet):
    def __init__(self, size, items=()):
        super().__init__(items)
        self.size = size

    @classmethod
    def _from_iterable(cls, it):
        return cls("made", it)


s = Sized(3, "abc") | Sized(1, "xyz")
print(s, s.size, (s - "a").size, (s & "a").items)


# Members of a set of bits, as a user would write it
class Bits(MutableSet):
    def __init__(self, iterable=()):
        self.bits = 0
        for bit in iterable:
            self.add(bit)

    def __contains__(self, bit):
        return isinstance(bit, int) and bit >= 0 and bool(self.bits >> bit & 1)

    def __iter__(self):
        return (bit for bit in range(self.bits.bit_length()) if self.bits >> bit & 1)

    def __len__(self):
        return self.bits.bit_count()

    def add(self, bit):
        self.bits |= 1 << bit

    def discard(self, bit):
        self.bits &= ~(1 << bit)


bits = Bits([1, 5, 9]) | range(3)
bits ^= {0, 7}
print(bin(bits.bits), sorted(bits), len(bits), bits >= {1, 2}, bits == {1, 2, 5, 7, 9}, bits.pop(), list(bits - {2}))
