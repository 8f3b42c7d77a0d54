"""Sudoku as exact cover: rows are chosen so that every demand is met once; dicts of sets, searched by a generator."""

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "6.....8.3.4.7.................5.4.7.3..2.....1.6.......2.....5.....8.6......1....",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "52...6.........7.13...........4..8..6......5...........418.........3..2...87.....",
]


def demands(row, column, digit):
    return [
        ("cell", row, column),
        ("row", row, digit),
        ("column", column, digit),
        ("box", row // 3 * 3 + column // 3, digit),
    ]


def cover():
    choices = {}
    needs = {}
    for row in range(9):
        for column in range(9):
            for digit in range(1, 10):
                choice = (row, column, digit)
                choices[choice] = demands(*choice)
                for demand in choices[choice]:
                    needs.setdefault(demand, set()).add(choice)
    return choices, needs


def choose(choices, needs, choice):
    removed = []
    for demand in choices[choice]:
        for other in needs[demand]:
            for rest in choices[other]:
                if rest != demand:
                    needs[rest].remove(other)
        removed.append(needs.pop(demand))
    return removed


def restore(choices, needs, choice, removed):
    for demand in reversed(choices[choice]):
        needs[demand] = removed.pop()
        for other in needs[demand]:
            for rest in choices[other]:
                if rest != demand:
                    needs[rest].add(other)


def search(choices, needs, chosen, counts):
    if not needs:
        yield list(chosen)
        return
    demand = min(needs, key=lambda demand: (len(needs[demand]), demand))
    for choice in sorted(needs[demand]):
        counts["tried"] += 1
        chosen.append(choice)
        removed = choose(choices, needs, choice)
        yield from search(choices, needs, chosen, counts)
        restore(choices, needs, choice, removed)
        chosen.pop()


def solve(puzzle):
    choices, needs = cover()
    given = []
    for place, digit in enumerate(puzzle):
        if digit != ".":
            choice = (*divmod(place, 9), int(digit))
            choose(choices, needs, choice)
            given.append(choice)
    counts = {"tried": 0}
    solution = next(search(choices, needs, given, counts))
    digits = {(row, column): digit for row, column, digit in solution}
    return "".join(str(digits[divmod(place, 9)]) for place in range(81)), counts["tried"]


for puzzle in PUZZLES:
    solution, tried = solve(puzzle)
    assert all(given in (".", digit) for given, digit in zip(puzzle, solution))
    for start in range(9):
        assert len(set(solution[start * 9:start * 9 + 9])) == len(set(solution[start::9])) == 9
    upside_down, more = solve(puzzle[::-1])
    assert upside_down == solution[::-1]
    print(solution, tried, more)
