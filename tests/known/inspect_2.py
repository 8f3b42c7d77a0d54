# Positions of a function's code.
def f(a):
    return a + 1
print(len(list(f.__code__.co_positions())) > 0)
print([p for p in f.__code__.co_positions() if p[0] == 3][0][:2])
