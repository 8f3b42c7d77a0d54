# Generator expressions are lazy.
log = []
def say(x):
    log.append(x)
    return x


g = (say(n) for n in [1, 2, 3] if say(-n))
print(log, next(g), log, list(g), log)
print(sum(n for n in range(10)), max((len(w), w) for w in ["a", "bbb"]), sorted(c for c in "hello"), set(x % 3 for x in range(9)))
print(any(n > 3 for n in range(10)), all(n < 3 for n in range(10)), ",".join(str(n) for n in range(3)), dict((n, n * n) for n in range(3)))
nested = ((a, b) for a in range(3) for b in range(a))
print(list(nested), list(nested))
rows = [[1, 2], [3, 4]]
print([sum(x for x in row) for row in rows], list(x for row in rows for x in row if x % 2))
def make(k):
    return (k + n for n in range(3))
print(list(make(10)), type(make(1)).__name__, make(1).__name__)
squares = (n * n for n in range(5))
print(4 in squares, list(squares))
try:
    list(1 // n for n in [1, 0])
except ZeroDivisionError as error:
    print(error)
a, *b = (n for n in "xyz")
print(a, b)
