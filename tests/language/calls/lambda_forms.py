# Lambdas take every kind of parameter too.
print((lambda: 1)(), (lambda x: x + 1)(1), (lambda x, y=2, *a, k=3, **o: (x, y, a, k, o))(1, 5, 6, k=7, z=8))
print((lambda *, k: k)(k=1), (lambda a, /, b: (a, b))(1, b=2), (lambda *a: a)(1, 2))
print([f(2) for f in [lambda x: x * 2, lambda x: x ** 3]])
print([f() for f in [lambda: n for n in range(3)]], [f() for f in [lambda n=n: n for n in range(3)]])
make = lambda a: lambda b: lambda c: a + b + c
print(make(1)(2)(3), (lambda: (yield 5))().send(None), (lambda x: x if x else "none")(0))
print((lambda: 0).__name__, (lambda x: (x := x + 1) * x)(3))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)), max([3, 1, 2], key=lambda n: -n))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(filter(lambda n: n % 2, range(6))))
