"""A pipeline of generators that five million items pass through."""


def numbers(count):
    for n in range(count):
        yield n


def odd(items):
    for item in items:
        if item % 2:
            yield item


def scaled(items, factor):
    for item in items:
        yield item * factor


total = 0
for value in scaled(odd(numbers(5_000_000)), 3):
    total += value
print(total)
print(sum(n * n for n in numbers(1_000_000)))
