# tuples.
t = (3, 1, 2, 1)
print(t, t[0], t[-1], t[1:3], t[::-1], len(t), t.count(1), t.index(2), t + (5,), t * 2, 1 in t, sorted(t), (), (1,), ((),))
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (1, "a") == (1, "a"), (1, 2) != [1, 2], hash((1, 2)) == hash((1, 2)), hash(()) == hash(()))
print({(1, 2): "pair"}[(1, 2)], tuple(), tuple("ab"), tuple([1]), tuple(t) is t, t[:] is t, (1) == 1)
for bad in [lambda: t.index(9), lambda: t[9], lambda: t + [1], lambda: hash(([],)), lambda: t.__setitem__, lambda: (1, "a") < (1, 2), lambda: tuple(5), lambda: tuple(1, 2)]:
    try:
        bad()
    except (ValueError, IndexError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
def many(): return 1, 2
print(many(), type(many()).__name__, *zip((1, 2), (3, 4)), hash((1, (2, 3), "x")) == hash((1, (2, 3), "x")))
