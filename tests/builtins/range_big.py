# Ranges of ints beyond 64 bits, and the corners of those within.
B = 10**30
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r = range(B)
t(lambda: len(r)); t(lambda: r[5]); t(lambda: r[-1]); t(lambda: r[B-1]); t(lambda: r[B]); t(lambda: r[-B]); t(lambda: r[-B-1])
t(lambda: r[1:5]); t(lambda: r[::-1]); t(lambda: r[::2]); t(lambda: r[B-5:]); t(lambda: r[::B]); t(lambda: list(r[B-3:]))
t(lambda: r == range(0, B)); t(lambda: hash(r) == hash(range(0,B,1))); t(lambda: B-1 in r); t(lambda: B in r); t(lambda: r.index(B-1)); t(lambda: r.index(B)); t(lambda: r.count(B-1)); t(lambda: bool(r));
t(lambda: next(reversed(r))); t(lambda: type(iter(r)).__name__); t(lambda: next(iter(range(B, 2*B)))); t(lambda: list(range(B, B+10, 3))); t(lambda: list(range(B+10, B, -3))); t(lambda: list(range(B, B))); t(lambda: list(range(B, 0)))
t(lambda: range(-B, B, B)); t(lambda: list(range(-B, B, B))); t(lambda: len(range(-B, B, B))); t(lambda: range(-B, B, B)[-1]); t(lambda: list(reversed(range(-B, B+1, B))))
t(lambda: range(2**63)); t(lambda: len(range(2**63))); t(lambda: len(range(2**63-1))); t(lambda: range(-2**63, 2**63-1)[2**63]); t(lambda: len(range(-2**63,2**63-1))); t(lambda: range(2**63-1, -2**63, -2**63)[1]); t(lambda: list(range(2**63-1, -2**63, -2**63))); t(lambda: list(reversed(range(2**63-1, -2**63, -2**63))))
t(lambda: range(10)[2**70]); t(lambda: range(10)[-2**70:2**70]); t(lambda: range(10)[::2**70]); t(lambda: range(0, 2**62, 2**61)[::4]); t(lambda: range(10)['a']); t(lambda: range(10)[1.0]); t(lambda: range(10)['a':]); t(lambda: range(10)[::0])
t(lambda: 5.0 in range(10)); t(lambda: 5.5 in range(10)); t(lambda: 'a' in range(3)); t(lambda: range(3).index(2.0)); t(lambda: range(3).index('a')); t(lambda: range(3).index(7)); t(lambda: range(5).count(2.0)); t(lambda: True in range(3)); t(lambda: range(3).count(True))
class I:
    def __index__(self): return 3
t(lambda: range(I())); t(lambda: range(10)[I()]); t(lambda: I() in range(5)); t(lambda: range(10)[I():]); t(lambda: range(1.5)); t(lambda: range('a', 2)); t(lambda: range(1, 2, 0)); t(lambda: range(1,2,False))
class E:
    def __eq__(self, o): return o == 2
t(lambda: E() in range(5)); t(lambda: range(5).index(E())); t(lambda: range(5).count(E()))
t(lambda: range(True)); t(lambda: range(0, True, True)); t(lambda: hash(range(0)) == hash(range(5, 3))); t(lambda: hash(range(B)) ); t(lambda: hash(range(5))); t(lambda: range(0,3,2) == range(0,4,2)); t(lambda: range(1) == [0]); t(lambda: range(B).start); t(lambda: (range(B).stop, range(B).step)); t(lambda: range(a=1)); t(lambda: iter(range(B)).__length_hint__()); t(lambda: range(B) < range(3))
s = 0
for i in range(B, B + 5): s += i
print(s, sum(range(B, B+3)), max(range(B, B+3)), [*zip(range(B, B+2), range(2))], B in range(B, B+1), sorted(range(B+2, B, -1)))
match range(3):
    case [a, b, c]: print(a, b, c)
t(lambda: range(3).start.real); t(lambda: slice(1, B, 2).indices(2*B)); t(lambda: (range(B)[slice(None, None, -1)])); t(lambda: range(B)[:10**29][-1])
import random
t(lambda: random.choice(range(B)) < B); t(lambda: tuple(range(5))[1:]); t(lambda: len(range(0, 100, 7))); t(lambda: enumerate(range(3)).__class__)
