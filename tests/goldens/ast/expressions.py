a or b or c and d and not e
(a or b) or c
a < b <= c != d is not e not in f in g is h
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-+~x ** -y ** z
await_ if a else b if c else d
(x := 1, y)
f(a, *b, c=1, *d, **e, f=2)
f(x for x in y)
f(x := 1)
f((a for a in b), 1)
a.b.c[1][2:3][::4][1:2, 3][*x][*x, y][:, 1][a:=1]
[], [1], [1, 2,], [*a, b]
(), (1,), (1, 2), (*a, b)
{}, {1}, {1, *a}, {1: 2, **b, 3: 4,}
[x for x in y if a if b for z in w]
{x for x, y in z}
{k: v for k, v in d}
(x async for x in y)
[lambda: x for x in y]
None, True, False, ...
1, 0x10, 0b11, 0o17, 9223372036854775807, 9223372036854775808, 1_000, 1.5, 1e3, .5, 5., 2j, 1.5e-2j
(yield)
not a == b
a if b else lambda: c
