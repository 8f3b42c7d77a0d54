# Subclasses of int and float, reflected and in-place operators, results at the edge of 64 bits.

class M(int):
    def __add__(s,o): return "M.add"
    def __radd__(s,o): return "M.radd"
m=M(5)
print(m+1, 1+m, m-1, m*2, -m, type(m-1), type(+m), abs(M(-3)), m==5, hash(m), m<6, m.real, type(m.real), repr(m), str(m), f"{m:>5}", int(m), float(m), m//2, divmod(m,2), 2**m, m**2, pow(m,2,7), [10,20,30,40,50,60][m], m.bit_length(), bool(m), M("12"), M("ff",16), M(), M.from_bytes(b"\x05"), type(M.from_bytes(b"\x05")))
class F(float): pass
f=F(2.5); print(f, f+1, type(f+1), F("1e3"), f.hex(), F.fromhex("0x1p3"), type(F.fromhex("0x1p3")), round(f), int(f), f==2.5, {f:1}[2.5], f"{f:.1f}", 1+f, f*2, f//1, -f)
class A:
    def __init__(s,v): s.v=v
    def __add__(s,o): return NotImplemented
    def __radd__(s,o): return ("radd",o)
    def __eq__(s,o): return isinstance(o,A) and s.v==o.v
    def __lt__(s,o): return s.v<o.v
    def __contains__(s,x): return x==s.v
    def __neg__(s): return "neg"
    def __divmod__(s,o): return "dm"
    def __rdivmod__(s,o): return "rdm"
    def __rmul__(s,o): return ("rmul",o)
    def __iadd__(s,o): return ("iadd",o)
    def __rpow__(s,o,m=None): return ("rpow",o,m)
    def __pow__(s,o,m=None): return ("pow",o,m)
a=A(1)
print(1+a, "x"+a, [1]+a, (1,)+a, 3*a, "x"*a, [1]*a, a==A(1), a!=A(1), a!=A(2), a<A(2), a>A(0), 1 in a, 2 in a, -a, divmod(a,1), divmod(1,a), pow(a,2), pow(2,a), pow(a,2,3), pow(2,a,3), 2**a)
try: a+a
except TypeError as e: print(e)
x=[1]
try: x+=a; print(x)
except TypeError as e: print(e)
x=a; x+=5; print(x)
try: a<=A(2)
except TypeError as e: print(e)
class B(A):
    def __radd__(s,o): return "B.radd"
    def __lt__(s,o): return "B.lt"
    def __gt__(s,o): return "B.gt"
print(A(1)+B(1), A(1)<B(2), A(1)>B(2), sorted([A(3),A(1),A(2)])[0].v)
class Idx:
    def __index__(s): return 3
print([1,2]*Idx(), Idx()*[1], "ab"*Idx(), (1,)*Idx(), round(12345,-2), round(-12345,-2), round(2.5), round(3.5), round(-2.5), round(0.5), round(1.005,2), round(5,None), bin(10), hex(-255), oct(8), bin(-2**70))
class N: 
    __hash__=None
class NE:
    def __ne__(s,o): return "ne"
print(NE()!=1, NE()==1, object()==object(), object()!=object(), None==None, None!=1, 1==1.0, 1==True, "a"=="a", (1,2)==(1,2), (1,2)<(1,3), [1,2]<[1,2,3], b"a"<b"b", 1.0==True)
print(sum([0.1]*10), sum([1,2.5]), max(1,2.5), min([3,1,2]), 10**20//3, -10**20//3, 10**20%-7, (2**64)>>3, -(2**64)>>3, 2**64&0xff, 2**64|1, ~(2**64), (2**64)^(2**65), 7//-2, -7//2, 7%-2, -7%2, 7.5//2, -7.5%2, 2**0.5, 4**-1, (-2)**3, (-2)**-3, 1e308*10, -1e308*10, 1<<64, 1<<62, 1<<63, -1<<63, 2**63-1+1, -2**63-1, -2**63, -(-2**63), abs(-2**63), -2**63//-1, (-2**63)%-1, 9223372036854775807*2, 3037000500*3037000500, 10**18*10**18//10**18)
print(0.1+0.2, 1/3, 1e22, 1e21, 123456789012345680.0, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 1e-7, 0.0001, -0.0, 100.0, 1e15, 1e16, 12345.678e10, float("inf")-float("inf"))
print(True+True, True*3, True/2, True&1, True|False, True^True, ~5, -True, +True, not 5, True<2, True==1.0, int(True), str(True), f"{True}", f"{True:d}", f"{5:05d}", f"{3.14159:.2f}", f"{1000000:,}", f"{0.5:%}", f"{255:#x}", f"{255:08b}", f"{-5:+}", f"{1e10:g}", f"{12345.6789:e}", f"{3:>10}|{3:<10}|{3:^10}|")
