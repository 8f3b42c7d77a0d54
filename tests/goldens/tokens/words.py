match x:
    case [a, match]: pass
    case case: pass
match = case = type = _ = 1
match(x)
match[x]: int
match.x
print(match)
match (x, y):
    case (1, 2) if type: type = 3
match -x:
    case _: pass
type X = int
type X[T] = T; type Y = X
type(x)
type = 1
with (a, b): pass
with (a as b): pass
with (a): pass
with (yield): pass
with (a, b) as c: pass
with (*a, b): pass
0xFF 0b1_0 0o17 1_000.5e-3 .5 5. 1j 1if 1else 2 00
a->b:=c...d..e!=f**=g//=h<<=i>>=j@=k
grün 名前 ifé
