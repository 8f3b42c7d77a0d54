# Set algebra with keys of every sort: plain ones at once, others by their methods, which may change the sets.
class Key:
    def __init__(self, n, hash_=None):
        self.n, self.hash = n, n if hash_ is None else hash_
    def __hash__(self):
        return self.hash
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"

def show(value):
    if isinstance(value, (set, frozenset)):
        return type(value).__name__, sorted(value, key=repr)
    return value

plain = (set(range(10)), set(range(5, 15)), {"a", "b", 1}, set(), {1.0, True, "a"}, frozenset({3, 4, "b"}), frozenset())
keyed = ({Key(n) for n in range(10)}, {Key(n) for n in range(5, 15)}, {Key(1), 1, "a"}, {Key(1, 7), Key(2, 7), Key(3, 7)}, frozenset({Key(2), Key(3, 7)}))
for group in (plain, keyed):
    for a in group:
        for b in group:
            print(*map(show, (a & b, a | b, a - b, a ^ b, a == b, a != b, a <= b, a < b, a >= b, a > b, a.isdisjoint(b))))
            c = set(a); c &= b; print(show(c), end=" ")
            c = set(a); c |= b; print(show(c), end=" ")
            c = set(a); c -= b; print(show(c), end=" ")
            c = set(a); c ^= b; print(show(c))
            print(*map(show, (set(a).union(list(b), b), a.intersection(list(b)), a.difference(list(b), ()), a.symmetric_difference(list(b)),
                              a.issubset(list(b)), a.issuperset(list(b)), a.isdisjoint(list(b)), a.difference(dict.fromkeys(b)), set(dict.fromkeys(b)))))
s = {1, 2, 3}
s ^= s; print(s)
s = {1, 2, 3}; s -= s; print(s)
s = {1, 2, 3}; s &= s; print(s)
s = {1, 2, 3}; s |= s; print(s, s.symmetric_difference(s), s ^ s)
s = {1, 2, 3}; s.symmetric_difference_update({3: 0, 4: 0}); print(s)

# Order of the results is that of the table.
big = set(range(1000)); other = set(range(500, 3000, 3))
print(list(big & other)[:20], list(other - big)[:20], list((big ^ other) & set(range(490, 530))), list(big | other)[-5:])
many = set(range(200))
for n in range(150): many.discard(n)
print(list(many), list(many | {1, 2}), list(many.copy()), list(set(many)), list(frozenset(many)))

# Deleting and adding over and over.
t = set(); state = 99; out = []
for n in range(5000):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    k = state >> 10 & 127
    if state >> 20 & 3: t.add(k)
    else: t.discard(k)
    if n % 500 == 0: out.append((len(t), list(t)[:5]))
print(out, t.pop(), t.pop())

# A comparison that changes the table.
class Changing(Key):
    target = None
    def __eq__(self, other):
        target, Changing.target = Changing.target, None
        if target is not None:
            target.clear()
            target.update(range(100, 130))
        return super().__eq__(other)
    __hash__ = Key.__hash__
for name in ("__and__", "__or__", "__sub__", "__xor__", "__le__", "isdisjoint", "difference_update", "symmetric_difference_update", "update"):
    for which in (0, 1):
        a, b = {Changing(n, n % 3) for n in range(6)}, {Changing(n, n % 3) for n in range(6, 12)}
        Changing.target = (a, b)[which]
        try:
            r = getattr(a, name)(b)
            print(name, which, type(r).__name__, 0 < len(a) < 60, 0 < len(b) < 60)
        except Exception as e:
            print(name, which, type(e).__name__, e)
        Changing.target = None
