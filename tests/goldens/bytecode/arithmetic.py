def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def loop(n):
    total = 0
    i = 0
    while i < n:
        total += i * 2 % 7
        i += 1
    return total


def swap(a, b, c):
    a, b = b, a
    a, b = b, a + b
    a, b, c = c, 1, b
    x = y = a + b
    return 2 * 3 + x, "ab" "cd", -1, 1 << 10, (1, 2), x or y, x and 1, x if y else 3


def chain(a, b, c):
    if 1 < a < b <= c or not a and b is None:
        return a in {1, 2}
    return a < b < c, a not in [1, 2], (x := a) + x, a + (a := 3)
