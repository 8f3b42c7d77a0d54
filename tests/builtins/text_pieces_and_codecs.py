# Texts and bytes cut, replaced, encoded, and numbers as digits.
for s in ["a,b,,c",",","",",,","a--b--","é,ü","x"*40+","+"y"*40]:
    for sep in [",","--","x","ü"]:
        for m in (-1,0,1,2):
            print(s.split(sep,m), s.encode().split(sep.encode(),m), s.replace(sep,"<>",m), s.replace(sep,"",m), s.encode().replace(sep.encode(),b"<>",m), end=" ")
    print(s.split(None,0), s.encode().split(None,1), [s.partition(","), s.rpartition("--")], s.encode().partition(b","), s.encode().rpartition(b"--"))
class S(str): pass
x=S("abc"); print(type(x.split(",")[0]), type(x.split()[0]), type(S("").split(",")[0]), type(S(" a ").split()[0]))
b=bytes(range(256))
for t in [b, b"a"*7+b"\xe9", b"\xe9"*8+b"a"*3, b"abcdefgh"*3+b"\xff", b"\xe9a"*20, b"", b"\x80"]:
    u=t.decode("latin-1"); print(len(u), u.encode("latin-1")==t, u==''.join(map(chr,t)), hash(u)==hash(''.join(map(chr,t))), u[::-1]==''.join(reversed(u)), u[::3], u[-2::-2]==''.join(list(u)[-2::-2]))
for t in ["abc","é€😀x","","\ufeffa"]:
    for e in ("utf-16","utf-16-le","utf-16-be","utf-32"):
        d=t.encode(e); print(d, d.decode(e)==t, end=" ")
print()
for d in [b"a\x00b", b"\x00\xd8a\x00", b"\x00\xdc", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\x3d\xd8"]:
    for e in ("utf-16","utf-16-be","utf-16-le"):
        try: print(repr(d.decode(e)), end=" ")
        except UnicodeDecodeError as x: print(x, end=" ")
        print(repr(d.decode(e,"replace")))
for t in ["é€","aé","a"*20+"é"*3+"\u0100"]:
    try: print(t.encode("latin-1"))
    except UnicodeEncodeError as x: print(x)
    print(t.encode("latin-1","replace"), t.encode("latin-1","xmlcharrefreplace"))
for a in [0,1,-1,255,-255,2**63-1,-2**63,2**64,-2**64]:
    print(hex(a),oct(a),bin(a),f"{a:x} {a:#X} {a:b} {a:o} {a:010x} {a:+,} {a:_b}", "%x %o %X %#x" % (a,a,a,a))
for t,base in [("ff",16),("-FF",16),("0xff",16),("z",36),("12",2),("777777777777",8),("7777777777777777777777777",8),("1_0",10),(" 12 ",10),("",10),("-",10),("12",10),("0b11",0),("é",16)]:
    try: print(int(t,base), end=" ")
    except ValueError as e: print(e)
print(list(bytearray(b"abc")), sorted(set("hello")), sorted(set(b"aba")), sorted(set(bytearray(b"zz"))), sorted(frozenset("aab")))
print(b"\x00\xff\x10".hex(), b"".hex(), b"ab".hex("-"), repr("ab".ljust(5)), repr("ab".rjust(5)), repr("ab".center(5)), repr("é".center(80)), "ab".center(100)=="ab".center(100,"  "[0]), repr("ab".ljust(5,"é")))
print(b",".join([b"a",bytearray(b"b")]), b",".join((b"a",)), bytearray(b",").join([b"a",b"b"]), b"".join(x for x in [b"q"]))
try: b",".join(3)
except TypeError as e: print(e)
try: b",".join([1])
except TypeError as e: print(e)
print("abcdefghij"[::-1], "abcdefghij"[8:2:-2], "abcdefghij"[1::4], "éa"*3 , ("éa"*3)[::-1], ("ab"*5000)[::-1][:4], ("ab"*5000)[::2][:3], ""[::-1], "abc"[::2**70], "abc"[5::-1], "abc"[0:0:-1])
print("a1b1c".replace("1","22"), "aaa".replace("a","bb",2), "aXbX"*3000 == ("a1b1"*3000).replace("1","X"), len(("ab"*100000).replace("a","ccc")), "é-é".replace("-","ü"), "é-é".replace("é","x"))
print("%5.1f|%-8.3e|%+d|% d|%05.1f|%s" % (3.14159, 12345.678, 5, 5, -2.5, None), f"{3.14159:>10.2f}|{-5:05d}|{5:^7}|{'ab':*^7}|{1e10:,.1f}|{float('inf'):5}|{0.5:%}|{12:+d}|{5:<4}|")
print(2.5**2, 2**10, (-2)**3, 2**-1, 2**100, 0**0, 10**18, 10**19, True**3)
class S(str): pass
for t in ["", "a", "ab", " "]:
    for sep in [",","--",None]:
        x=S(t); print(repr(t), sep, [type(p).__name__ for p in x.split(sep)], [type(p).__name__ for p in x.rsplit(sep)], [p is x for p in x.split(sep)])
for text in ["some_longer\x01word and \x80others_too", "\x1f a\x1fbcdefghijk\x85l\t", "x" * 8 + " " + "y" * 15 + "\n" + "z" * 16]:
    print(text.split(), text.split(None, 1), text.encode().split(), text.isascii() and text.split() == text.encode().decode().split())
for data in [b"\xe9", b"a", b"\xe9a", b"a\xe9", b"a\xe9\xe9b" * 5, b"abcdefgh\xff" * 3 + b"z"]:
    print(data.decode("latin-1"), data.decode("latin-1").encode("latin-1") == data, data.decode("latin-1")[::-1].encode("latin-1") == data[::-1])
