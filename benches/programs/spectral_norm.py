"""The largest singular value of an endless matrix, by the power method on its first 360 rows."""


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(entry(i, j) * value for j, value in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    return [sum([entry(j, i) * value for j, value in enumerate(vector)]) for i in range(len(vector))]


def spectral_norm(n, rounds):
    u = [1.0] * n
    for _ in range(rounds):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    product = square = 0.0
    for a, b in zip(u, v):
        product += a * b
        square += b * b
    return (product / square) ** 0.5


print(f"{spectral_norm(360, 6):.9f}")
