"""Queens that attack no other: by filtering permutations from a generator, and by placing row after row."""


def permutations(items):
    if len(items) < 2:
        yield tuple(items)
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item,) + rest


def filtered(n):
    columns = range(n)
    for placed in permutations(list(columns)):
        if n == len(set(placed[i] + i for i in columns)) == len({placed[i] - i for i in columns}):
            yield placed


def placed(n, row=0, columns=(), rising=frozenset(), falling=frozenset()):
    if row == n:
        yield columns
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from placed(n, row + 1, columns + (column,), rising | {row + column}, falling | {row - column})


print(len(list(filtered(8))), next(filtered(8)))
solutions = list(placed(8)) + list(placed(9)) + list(placed(10))
print(len(solutions), solutions[0], solutions[-1])
assert all(len(set(board)) == len(board) for board in solutions)
