# complex: arithmetic with C99's signs of zero, construction, texts, formats, hashes.
import sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
inf, nan = float("inf"), float("nan")
vals = [0j, 1j, -1j, 1+2j, -0.0+0j, complex(0.0, -0.0), complex(-0.0, -0.0), complex(inf, nan), complex(nan, -inf), 1e16+1e-7j, 1.5-2.5j, complex(1e300, 1e300), 10**20+1j]
for v in vals: print(repr(v), str(v), v.real, v.imag, v.conjugate(), -v, +v, bool(v))
nums = [2, -3, 0.5, True, 1+2j, -1j, 3+0j, 0j, 10**20, -0.0, complex(inf, 1), complex(0, nan)]
ops = {"+": lambda a, b: a+b, "-": lambda a, b: a-b, "*": lambda a, b: a*b, "/": lambda a, b: a/b, "==": lambda a, b: a==b, "!=": lambda a, b: a != b}
for a in nums:
    for b in nums:
        if not (isinstance(a, complex) or isinstance(b, complex)): continue
        for n, op in ops.items():
            try: print(a, n, b, op(a, b))
            except Exception as e: print(a, n, b, type(e).__name__, e)
for a, b in [(1j, 2), (1j, 0), (0j, 0), (0j, -1), (0j, 1j), (2, 1j), (1+1j, 3), (1+1j, -2), (2, -1+0j), ((-8), (1/3)), (-1, 0.5), (1+2j, 2.0), (1+1j, 100), (1j, 0.5)]:
    t(lambda: "%.9f %.9f" % ((a ** b).real, (a ** b).imag))
t(lambda: (1e200+1j) ** 2); t(lambda: pow(1j, 2, 3)); t(lambda: 1j % 2); t(lambda: 1j // 2); t(lambda: divmod(1j, 2)); t(lambda: 1j < 2); t(lambda: 1j < 1j); t(lambda: int(1j)); t(lambda: float(1j)); t(lambda: round(1j)); t(lambda: ~1j); t(lambda: 1j & 1); t(lambda: abs(3+4j)); t(lambda: abs(complex(1e308, 1e308)*10)); t(lambda: abs(complex(1.7e308,1.7e308))); t(lambda: abs(complex(inf, nan))); t(lambda: abs(complex(nan, 1)))
class C:
    def __complex__(self): return 5+6j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class B:
    def __complex__(self): return 5
t(lambda: complex(C())); t(lambda: complex(F())); t(lambda: complex(I())); t(lambda: complex(B())); t(lambda: complex(F(), I())); t(lambda: complex(1, C())); t(lambda: 1j + C())
class S(complex):
    def __repr__(self): return "S" + super().__repr__()
s = S(1, 2); print(s, s + 1, type(s + 1), s == 1+2j, hash(s) == hash(1+2j), s.real, isinstance(s, complex), complex(s), abs(S(3,4)), -s, s * s, 2 * s, s.conjugate())
print(hash(1j), hash(1+0j) == hash(1), hash(1.5+0j) == hash(1.5), hash(1+2j), hash(-1j), hash(complex(-1, 0)), {1: "a"}[1+0j], {1+0j: "b"}[True], 1j in {1j}, 1j in [1j, 2], len({1, 1.0, 1+0j}))
print(1+2j == 1+2j, 1j == 1, 1+0j == 1, 1 == 1+0j, 1.0 == 1+0j, 10**20 == complex(1e20), (2**53+1) == complex(2**53), nan+0j == nan, 1j != 1j, 1j == "a", 1j is None, None == 1j)
for sp in ["", "g", ".2f", "+.1e", "10", ">20", "<20.3f", "^20", "+", " ", ".3", ",.2f", "#.3g", "e", "n", "_.1f", "*^25.2f", "F", "G"]:
    t(lambda: repr(format(1234.5678-2.5j, sp))); t(lambda: repr(format(2j, sp))); t(lambda: repr(format(-0.0+0j, sp)))
for sp in ["d", "=10", "010", "%", "s", "x", "z.1f", "c", "1.2.3"]:
    t(lambda: format(1+2j, sp))
print(f"{1j}", f"{1j:.2f}", "%s %r" % (1j, 1j), "{:.1f}".format(1.25+1j)); t(lambda: "%d" % 1j); t(lambda: "%f" % 1j)
import math
t(lambda: math.sqrt(1j)); t(lambda: sum([1j, 2, 3.5])); t(lambda: sum([1j]*3, 0.5)); t(lambda: max(1j, 2)); t(lambda: sorted([1j, 2])); t(lambda: [1]*1j); t(lambda: "a"*1j); t(lambda: range(1j)); t(lambda: [1,2][1j]); t(lambda: 1 if 0j else 2); t(lambda: not 0j)
x = 1j; x += 1; x *= 2j; x -= 0.5; x /= 2; x **= 2; print(x)
match 1+2j:
    case 1-2j: print("no")
    case 1+2j: print("yes")
match 3j:
    case -3j: print("no")
    case 3j: print("imag")
match 1j:
    case complex(): print("class")
match 1j:
    case complex(real=r, imag=i): print(r, i)
t(lambda: complex(1j)) ; print(complex(1+2j) , -1j ** 2, (-1j) ** 2, 1j * 1j, 1_000j, 1e3j, .5j, 5.j, 0J, 012j if False else 12j, type(1j))
print(1j.imag, 3.0j.real, (2+3j).real.is_integer(), isinstance(1j, (int, float)), repr([1j, (2j,)]), {1j: 2}, -(-0.0+0j), 0-0j, -0j, 1-0j, complex(-0.0), -1-0j)
class Num:
    def __radd__(self, o): return ("radd", o)
    def __add__(self, o): return ("add", o)
    def __rpow__(self, o): return "rpow"
print(1j + Num(), Num() + 1j, 1j ** Num())
t(lambda: 1j + "a"); t(lambda: "a" + 1j); t(lambda: None + 1j); t(lambda: [] + 1j); t(lambda: 1j - None); t(lambda: 1j ** "a"); t(lambda: 1j / 0); t(lambda: 1j / 0j); t(lambda: 1 / 0j); t(lambda: 1j / 0.0); t(lambda: 0j ** -1); t(lambda: 0 ** -1j); t(lambda: 0j ** 1j)
t(lambda: "%.9f" % ((-2.0) ** 0.5).imag); t(lambda: (-1).__pow__(0.5))
t(lambda: complex()); t(lambda: complex(1)); t(lambda: complex(1, 2)); t(lambda: complex(1.5, -0.0)); t(lambda: complex("1+2j"))
t(lambda: complex(" ( 1-2.5e3J ) ")); t(lambda: complex("j")); t(lambda: complex("-j")); t(lambda: complex("1e5")); t(lambda: complex("inf-nanj"))
t(lambda: complex("1_0+2_0j")); t(lambda: complex("")); t(lambda: complex("1+2")); t(lambda: complex("1 + 2j")); t(lambda: complex("(1+2j"))
t(lambda: complex("1", 2)); t(lambda: complex(1, "2")); t(lambda: complex(None)); t(lambda: complex(1, None)); t(lambda: complex([1]))
t(lambda: complex(real=1, imag=2)); t(lambda: complex(imag=3)); t(lambda: complex(1, 2, 3)); t(lambda: complex(foo=1)); t(lambda: complex(b"1"))
t(lambda: complex(10**400)); t(lambda: complex("1e400")); t(lambda: complex("1+infj")); t(lambda: sum([1j, 2, 3.5])); t(lambda: max(1j, 2))
