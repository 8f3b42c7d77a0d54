# Comprehensions have their own variables; the first iterable is evaluated outside.
i = "outer"
print([i for i in range(3)], i)
print({k: v for k, v in [("a", 1)]}, {c for c in "aa"}, list(g for g in "xy"))
n = 3
print([n * m for m in range(n) for n in [10]], n)
print([(a, b) for a in range(3) for b in range(a)], [[c * r for c in range(3)] for r in range(3)])
print([x for x in range(20) if x % 2 if x % 3], [x if x else "zero" for x in range(2)])
print([y for x in range(3) if (y := x * 2) != 2], y)
def function():
    total = 0
    return [total := total + v for v in range(5)], total
print(function())
fs = [lambda: j for j in range(3)]
print([f() for f in fs])
def enclosing(k):
    return [lambda: k + m for m in range(2)]
print([f() for f in enclosing(10)])
try:
    print([z for q in range(2)])
except NameError as error:
    print(error)
gen = (value for value in [1, 2, 3] if value > n - 2)
n = 100
print(list(gen))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
print([*(a for a in "bc")], sum(x * x for x in range(4)), dict((k, k) for k in range(2)))
print({**{k: 1 for k in "a"}, **{k: 2 for k in "b"}}, [[] for _ in range(2)], [(x, y) for x, *y in ["abc", "de"]])
