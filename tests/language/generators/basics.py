# Generators: lazy, resumable, once only.
def numbers(n):
    print("start")
    for i in range(n):
        print("yielding", i)
        yield i
    print("end")
    return "result"


g = numbers(2)
print("made", type(g).__name__, g.__name__, g.__qualname__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value)
print(list(numbers(1)), list(g), iter(g) is g)
def empty():
    return
    yield
def infinite():
    n = 0
    while True:
        yield n
        n += 1
print(list(empty()), [x for x, _ in zip(infinite(), range(4))])
def primes():
    found = []
    for n in infinite():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
p = primes()
print([next(p) for _ in range(10)])
def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def bare(): x = yield; print("got", x)
b = bare()
print(next(b), next(b, "done"))
print(g.gi_running, g.gi_frame, sum(x for x in range(5)))
class Holder:
    def __iter__(self):
        yield from (1, 2)
print([*Holder()], max(Holder()), tuple(x * y for x in Holder() for y in Holder()))
