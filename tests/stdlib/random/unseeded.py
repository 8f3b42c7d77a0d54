# Without a seed the numbers differ but keep their promises.
import random

values = [random.random() for _ in range(1000)]
print(all(0 <= v < 1 for v in values), len(set(values)) > 990, 300 < sum(values) < 700)
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(200)), {random.choice("ab") for _ in range(100)} == {"a", "b"}, sorted(random.sample(range(5), 5)), 0 <= random.getrandbits(3) < 8)
random.seed()
a = random.random()
random.seed()
print(a != random.random(), random.SystemRandom().random() < 1, all(5 <= random.uniform(5, 6) <= 6 for _ in range(50)))
