# Ints around 64 and 128 bits, and texts made of and cut into pieces.
import random
random.seed(5)
vals=[0,1,-1,5,-7,2**31,2**62,2**63-1,2**63,-2**63,-2**63-1,2**64,2**64-1,-2**64,2**65,2**126,2**127-1,2**127,-2**127,-2**127-1,2**128,3**90,-3**90,12345678901234567890,255]
out=[]
for a in vals:
    out += [-a, ~a, +a, abs(a), bool(a), hash(a), str(a), repr(-a), f"{a:,}", "%d" % a, hex(a), a == float(a) if abs(a) < 10**300 else 0, a.bit_length()]
    for b in vals:
        out += [a+b, a-b, a*b, a&b, a|b, a^b, a<b, a<=b, a==b, a!=b]
        if b:
            out += [a//b, a%b, divmod(a,b)]
        if 0<=b<300: out += [a<<b, a>>b, a**(b%5)]
    d={a:1}; out.append(d.get(int(str(a))))
h=0
for i,o in enumerate(out):
    s=repr(o)
    for c in s: h=(h*1000003 ^ ord(c)) & 0xFFFFFFFFFFFFFFFF
    if i%50==0: print(i,s[:60],h)
print(h)
for bad in ["1<<-1","2**63<<-1","2**64//0","2**64%0","divmod(2**70,0)","1>>-2**70","5**-1","0**-1"]:
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
x=1
for i in range(1000): x=(x*6364136223846793005+1)&0xFFFFFFFFFFFFFFFF
print(x)
f=-1.5; print(-f, -0.0, -(-2**63), -True)
b=bytes(range(10)); ba=bytearray(b)
print(b[3],b[-1],ba[-10],ba[9])
for o in (b,ba):
    for i in (10,-11,2**70):
        try: o[i]
        except IndexError as e: print(e)
for s in ["", " ", "a", " a b ", "a\x1cb\x1dc\x0bd", "a,b,,c", "é a ü", " \t\n", "x"*50+" "+"y"]:
    print(s.split(), s.split(","), s.split(",",1), s.split(None,1), s.rsplit(None,1), s.split("b"))
print(len(("a b "*1000).split()), ("ab "*3000).split()[-1])
print(bytes(range(256)).decode("latin-1")==''.join(map(chr,range(256))), len(bytes(range(256)).decode("latin-1")), b"ab\xe9\xe9c".decode("latin-1"), b"\xff"*3+b"a", (b"\xe9"*1000+b"a"*1000).decode("latin1")[995:1005])
print("%s|%5s|%-5s|%05d|%x|%%|é%sü" % ("a","b","c",42,255,"ñ"), b"%s %d" % (b"x",5))
print("{} {:>5} {0!r}".replace("{0!r}","").format(1,"x"), "{0} {1} {0}".format("a",2), "{a.real} {b[0]} {c[k]}".format(a=5,b=[1],c={"k":2}), "{{}}".format(), "{:{}}".format(3,5))
for t in ["{","}","{0}{}","{}{0}","{a}","{!x}","{:d}"]:
    try: print(t.format("s"))
    except Exception as e: print(type(e).__name__, e)
class R:
    def __str__(self): return "<%s>" % ("in",)
    def __format__(self, s): return "[{}]".format(s)
print("%s-%s" % (R(),R()), "{:a}{}".format(R(),R()))
for t in ["%","%d","%s %s","%z"]:
    try: print(t % "s")
    except Exception as e: print(type(e).__name__, e)
print("abc".startswith("ab"), "abc".startswith(("x","a")), "abc".endswith("bc",1), ",".join(["a","","bc"*20]), "".join(["é","b"]), len("".join(["é","b"])))
try: "a".startswith(1)
except TypeError as e: print(e)
print(int("9"*30), int("-"+"9"*19), [2**64]*2==[2**64,2**64], {2**64:1}[2.0**64], max(2**63,5), sorted([2**65,-2**64,3,2**63]))
for n in [0, 1, 255, 256, -1, -128, -129, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -2**63, -2**63 - 1, 2**127 - 1, 2**127, -2**127]:
    for length in (0, 1, 8, 9, 16, 17, 70):
        for signed in (False, True):
            try:
                data = n.to_bytes(length, "little", signed=signed)
                print(n.to_bytes(length, signed=signed) == data[::-1], int.from_bytes(data, "little", signed=signed) == n, data[:9], end=" ")
            except OverflowError as error:
                print(error, end=" ")
    print()
