# len, item access, contains, iteration, reversed, bool.
class Deck:
    def __init__(self, *cards): self.cards = list(cards)
    def __len__(self): return len(self.cards)
    def __getitem__(self, key):
        print("get", key, end="; ")
        return self.cards[key]
    def __setitem__(self, key, value): self.cards[key] = value
    def __delitem__(self, key): del self.cards[key]
    def __missing__(self, key): return "never"


d = Deck("a", "b", "c")
print(len(d), d[0], d[-1], d[0:2], d[::-1])
print(list(d), "b" in d, "z" in d, list(reversed(d)), bool(d), bool(Deck()))
d[0] = "A"
del d[1]
print(d.cards, [*d], sorted(d), max(d))
class Keys:
    def __getitem__(self, key): return key
    def __contains__(self, key): return key == "magic"
k = Keys()
print(k[1, 2], k[1:2, ..., None], k["x":"y":"z"], "magic" in k, "other" in k, k[()], k[1,])
class Dict(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
m = Dict(a=1)
print(m["a"], m["zz"], m, m.get("q"))
five = 5
for what in [lambda: len(Keys()), lambda: iter(five), lambda: five[0], lambda: len[1], lambda: 3 in five, lambda: reversed(five)]:
    try:
        what()
    except TypeError as error:
        print(error)
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return "x"
class BadBool:
    def __bool__(self): return 1
for bad in [lambda: len(BadLen()), lambda: len(BadLen2()), lambda: bool(BadBool()), lambda: bool(BadLen())]:
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
class Generic:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
print(Generic[int], Generic["a", 2])
try:
    Deck[0]
except TypeError as error:
    print(error)
