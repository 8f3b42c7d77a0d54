# random.seed(n) gives CPython's numbers.
import random

for seed in [0, 1, 42, -5, 2 ** 40, 2 ** 100, 1.5, "text", b"bytes", True]:
    random.seed(seed)
    print(seed, random.random(), random.random(), random.getrandbits(5), random.getrandbits(100), random.randint(1, 6), random.randrange(0, 100, 7))
random.seed(42)
print([random.randint(1, 100) for _ in range(10)], [random.randrange(10) for _ in range(10)])
print([random.choice("abcdef") for _ in range(8)], random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6), random.choices("abc", cum_weights=[1, 2, 10], k=4))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample(["x", "y", "z"], 2), random.sample(range(10 ** 12), 3), random.sample([1, 2], counts=[3, 1], k=2))
print(random.uniform(1, 10), random.triangular(0, 1), random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(1, 2), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1))
print(random.randbytes(4), random.binomialvariate(10, 0.3), random.randrange(5), random.randint(-2 ** 70, 2 ** 70))
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random(), len(state), state[0], len(state[1]))
own = random.Random(7)
print(own.random(), own.randint(0, 9), own.choice([1, 2, 3]), random.Random(7).random())
for bad in [lambda: random.choice([]), lambda: random.randint(2, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.randrange(1, 10, 0), lambda: random.seed([]), lambda: random.getrandbits(-1), lambda: random.choices([], k=1), lambda: random.randrange(1.5), lambda: random.shuffle((1, 2)), lambda: random.sample({1, 2}, 1)]:
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
