"""Recursive calls: the thirty-second Fibonacci number, the slow way."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(32))
