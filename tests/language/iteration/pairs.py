# Pairs that a `for` takes apart at once: no tuple needs to be made, and nobody may notice.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("del", self.name)


def pairs_of(source):
    return [(a, b) for a, b in source]


def main():
    words = ["one", "two", "three"]
    print(pairs_of(enumerate(words)), pairs_of(enumerate("añb", start=-1)))
    print(pairs_of(enumerate(words, start=2**63 - 2)))
    print(pairs_of(enumerate(words, 2**70)), pairs_of(enumerate((n for n in words), 5)))
    print(pairs_of(zip(words, range(10, 16, 2))), pairs_of(zip(range(2), words)), pairs_of(zip(words, range(2))))
    print(pairs_of(zip({1: "a", 2: "b"}, {3, 4})), pairs_of(zip(b"xy", reversed([1, 2, 3]))))
    print(pairs_of({"a": 1, "b": [2]}.items()), pairs_of(reversed({"a": 1, "b": 2}.items())))
    print(pairs_of(zip((n * n for n in range(3)), words)), pairs_of(zip(words, (n * n for n in range(2)))))
    print(pairs_of([(1, 2), [3, 4], "ab", {5: 0, 6: 0}]))

    # One iterator twice, and what an iterator has left when another one has ended first.
    steps = iter(range(7))
    print(pairs_of(zip(steps, steps)), list(steps))
    left, right = iter(range(5)), iter("ab")
    print(pairs_of(zip(left, right)), list(left))
    left, right = iter("ab"), iter(range(5))
    print(pairs_of(zip(left, right)), list(right))
    numbered = enumerate(words)
    for i, word in numbered:
        if i == 1:
            break
    print(i, word, list(numbered), list(numbered))

    # Deeper targets, attributes, items, cells, and names that are not local.
    for i, (a, (b, *c)) in enumerate(zip("xyz", ([1, 2, 3], "pq", (7,)))):
        print(i, a, b, c)
    box = {}

    class Place:
        pass

    for box["key"], Place.value in zip(range(3), "abc"):
        pass
    print(box, Place.value)
    calls = []
    for i, x in enumerate("abc"):
        calls.append(lambda: (i, x))
    print([call() for call in calls])
    exec("for k, v in {'m': 1, 'n': 2}.items(): print(k, v)", {})

    # The same target twice, and the iterable itself as a target.
    for a, a in zip("ab", "cd"):
        print(a)
    source = zip("ab", "cd")
    for source, other in source:
        print(source, other)

    # Tuples that are kept are distinct.
    kept = [pair for pair in zip(range(3), "abc")]
    kept += list(enumerate("ab")) + [item for item in {"k": 1, "l": 2}.items()]
    print(kept, len({id(pair) for pair in kept}) == len(kept))
    for pair in enumerate("ab"):
        i, x = pair
        print(pair, i, x)


def lives():
    # What a target held dies when the next item takes its place, after that is there.
    for n, item in enumerate(Noisy(f"e{n}") for n in range(3)):
        print("turn", n, item)
    print("after")
    del item
    for a, b in zip((Noisy(f"z{n}") for n in range(2)), (Noisy(f"y{n}") for n in range(3))):
        print(a, b)
    print("end of zip")
    a = b = None
    for a, b in [[Noisy("p"), Noisy("q")], (1, 2)]:
        print(a, b)
    print("end of list")


def errors():
    for source in (
        [(1, 2, 3)], [(1,)], ["abc"], [5], [{1, 2, 3}], [iter("abc")], zip("ab", "cd", "ef"), zip("ab"), [[]], [range(3)],
        [{1: 2, 3: 4, 5: 6}],
    ):
        try:
            for a, b in source:
                print("not here", a, b)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for make in (
        lambda: zip("ab", "a", strict=True),
        lambda: zip("a", "ab", strict=True),
        lambda: zip("ab", "ab", strict=True),
        lambda: zip(range(3), iter([1, 2]), strict=True),
    ):
        seen = []
        try:
            for a, b in make():
                seen.append((a, b))
            print("whole", seen)
        except ValueError as error:
            print(seen, error)

    def breaks(n):
        for i in range(n):
            yield i
        raise KeyError("inner")

    for make in (lambda: zip(breaks(1), "abc"), lambda: zip("abc", breaks(2)), lambda: enumerate(breaks(1))):
        seen = []
        try:
            for a, b in make():
                seen.append((a, b))
        except KeyError as error:
            print(seen, error)

    class Stops:
        def __iter__(self):
            return self

        def __next__(self):
            raise StopIteration

    for a, b in zip(range(3), Stops()):
        print("not here")


def changes():
    numbers = [0, 1, 2]
    for i, n in enumerate(numbers):
        if n < 3:
            numbers.append(n + 10)
    print(numbers, i, n)
    for i, n in enumerate(numbers):
        numbers.pop()
    print(numbers, i, n)
    table = {"a": 1, "b": 2, "c": 3}
    for key, value in table.items():
        table[key] = value * 2
    print(table)
    for change in (lambda: table.update(d=4), lambda: table.pop("a")):
        try:
            for key, value in table.items():
                change()
        except RuntimeError as error:
            print(error, key, value)
    del table["b"]
    print(pairs_of(table.items()))
    table = dict.fromkeys(range(20), 0)
    for n in range(0, 20, 3):
        del table[n]
    print([k + v for k, v in table.items()])
    for key, value in table.items():
        # As many out as in: CPython notices the new keys only.
        if key == 4:
            break
    letters = list("abc")
    for a, b in zip(letters, letters):
        letters.clear()
    print(a, b)
    for x in reversed(letters := [1, 2, 3, 4]):
        if x == 4:
            del letters[1:]
    print(x)
    marks = {1, 2, 3}
    try:
        for mark in marks:
            marks.add(mark + 10)
    except RuntimeError as error:
        print(error)
    data = bytearray(b"abc")
    for byte in data:
        if len(data) < 5:
            data.append(byte)
    print(data)


main()
lives()
errors()
changes()
