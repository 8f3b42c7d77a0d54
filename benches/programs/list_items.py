"""Reading and writing list items in a `for` loop of ten million turns."""


def run(turns):
    size = 1000
    items = list(range(size))
    for i in range(turns):
        at = i % size
        items[at] = items[at] + items[size - 1 - at] & 0xFFFF
    return sum(items)


print(run(10_000_000))
