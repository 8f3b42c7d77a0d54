# Slices of lists: reading, writing, deleting.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[::-1], a[5:2], a[8:2:-2], a[100:], a[-100:2], a[:], a[:] is a)
a[2:4] = ["x", "y", "z"]; print(a)
a[:0] = [-1]; a[len(a):] = ["end"]; print(a)
a[1:3] = []; print(a)
a[::4] = "PQRS"[:len(a[::4])]; print(a)
a[5:2] = ["inserted at 5"]; print(a)
a[-2:] = (n for n in range(2)); print(a)
a[:] = a[::-1]; print(a)
del a[::2]; print(a); del a[-1:]; print(a); del a[:]; print(a)
b = [1, 2, 3]
b[1:2] = b; print(b)
s = slice(1, None, 2); print(b[s], s, s.start, s.stop, s.step, s.indices(5), slice(3) == slice(None, 3, None))
for bad in [lambda: b.__setitem__(slice(0, 4, 2), [1]), lambda: b.__setitem__(slice(0, 1), 5), lambda: b[::0], lambda: b["x":], lambda: b[1.5], lambda: b[9], lambda: b.__setitem__(9, 1), lambda: b[1, 2]]:
    try:
        bad()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
class I:
    def __index__(self): return 1
print(b[I()], b[I():], b[True])
