"""Arithmetic on local ints and floats in a `while` loop of twenty million turns."""


def run(turns):
    i = 0
    total = 0
    x = 0.0
    while i < turns:
        total += i & 7
        x = x * 0.5 + i
        i += 1
    return total, x


total, x = run(20_000_000)
print(total, round(x, 6))
