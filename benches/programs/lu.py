"""LU decomposition with row exchanges, in lists of lists: a system solved, a determinant, a residue."""


def matrix(n, seed):
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed / 2147483648 - 0.5)
        rows.append(row)
    return rows


def decompose(a):
    """Factors `a` in place; gives the order of rows and the sign of the exchanges."""
    n = len(a)
    order = list(range(n))
    sign = 1
    for j in range(n):
        best = j
        for i in range(j + 1, n):
            if abs(a[i][j]) > abs(a[best][j]):
                best = i
        if best != j:
            a[j], a[best] = a[best], a[j]
            order[j], order[best] = order[best], order[j]
            sign = -sign
        pivot = a[j]
        for i in range(j + 1, n):
            row = a[i]
            factor = row[j] = row[j] / pivot[j]
            for k in range(j + 1, n):
                row[k] -= factor * pivot[k]
    return order, sign


def solve(factors, order, b):
    x = [b[i] for i in order]
    n = len(x)
    for i in range(n):
        for j in range(i):
            x[i] -= factors[i][j] * x[j]
    for i in reversed(range(n)):
        for j in range(i + 1, n):
            x[i] -= factors[i][j] * x[j]
        x[i] /= factors[i][i]
    return x


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


n = 190
a = matrix(n, 42)
factors = [row[:] for row in a]
order, sign = decompose(factors)
b = [float(i % 7) for i in range(n)]
x = solve(factors, order, b)
residue = max(abs(sum(a[i][j] * x[j] for j in range(n)) - b[i]) for i in range(n))
determinant = float(sign)
for i in range(n):
    determinant *= factors[i][i]
lower = [[factors[i][j] if j < i else float(i == j) for j in range(n)] for i in range(n)]
upper = [[factors[i][j] if j >= i else 0.0 for j in range(n)] for i in range(n)]
again = product(lower, upper)
worst = max(abs(again[i][j] - a[order[i]][j]) for i in range(n) for j in range(n))
print(residue < 1e-8, worst < 1e-12, f"{determinant:.6e}", f"{sum(x):.6f}")
