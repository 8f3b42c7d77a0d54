# Recursion in all directions, and its limit.
import sys


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)


print(ackermann(2, 6), even(300), odd(301), depth(900))
print(sys.getrecursionlimit())


def forever(n=0):
    return forever(n + 1)


try:
    forever()
except RecursionError as error:
    print(error)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError as error:
    print(type(error).__name__)
sys.setrecursionlimit(100_000)
print(depth(99_000))
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
