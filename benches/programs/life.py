"""Life on an endless plane: living cells are pairs in a set, neighbours are counted in a dict."""

ACORN = [(0, 0), (1, 0), (1, 2), (3, 1), (4, 0), (5, 0), (6, 0)]


def step(living):
    counts = {}
    for x, y in living:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in living)}


def extent(living):
    xs = [x for x, _ in living]
    ys = [y for _, y in living]
    return min(xs), min(ys), max(xs), max(ys)


living = set(ACORN)
seen = {}
births = 0
for generation in range(900):
    after = step(living)
    births += len(after - living)
    for cell in after & living:
        seen[cell] = seen.get(cell, 0) + 1
    living = after
print(len(living), extent(living), births)
print(max(seen.values()), len(seen), sorted(living)[:4])
