# Assignment to several targets, nested and starred.
a, b = 1, 2
a, b = b, a
(c, [d, e]), f = (3, "xy"), {"k": 1}
print(a, b, c, d, e, f)
first, *middle, last = range(6)
*init, end = "abc"
head, *tail = [1]
print(first, middle, last, init, end, head, tail)
(x, *y), *z = ["abc", 1, 2]
print(x, y, z)
[p, q] = {1: "a", 2: "b"}
g = h = [0]
g.append(1)
print(p, q, h is g, h)
i, = [7]
(j) = 8
[*k] = "hi"
print(i, j, k)
lst = [0, 1, 2]
lst[0], lst[1:] = 5, (6, 7, 8)
print(lst)
idx, lst[idx] = 2, "set after idx"
print(idx, lst)
def swap(m, n): m, n = n, m; return m, n
def rotate(a, b, c): a, b, c = c, a, b; return a, b, c
def four(a, b, c, d): a, b, c, d = d, c, b, a; return a, b, c, d
print(swap(1, 2), rotate(1, 2, 3), four(1, 2, 3, 4))
def gen(): yield 1; yield 2
m, n = gen()
print(m, n)
for bad in [(1,), (1, 2, 3), [], 5, None, "abc", gen(), {1}]:
    try:
        u, v = bad
        print("ok", u, v)
    except (ValueError, TypeError) as error:
        print(error)
try:
    u, *v, w = [1]
except ValueError as error:
    print(error)
for t, *u in [(1, 2, 3), "xyz"]: print(t, u)
def returns(): return *range(2), *"ab"
print(returns(), [(s, *t) for s, *t in ["abc"]])
s = 1, *[2, 3]
print(s, *s, sep=",")
