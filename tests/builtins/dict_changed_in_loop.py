# A loop over a dict that is changed notices it as CPython does: a new length at once, exchanged keys when more are met than there were.

def exchanged(size, start, view):
    d = {i: -i for i in range(size)}
    seen = []
    try:
        for n, k in enumerate(view(d)):
            key = k[0] if isinstance(k, tuple) else k
            seen.append(k)
            if n >= start:
                if key in d:
                    del d[key]
                d[1000 + n] = n
        return seen, "end"
    except (RuntimeError, KeyError) as e:
        return seen, str(e)

for size in (1, 4, 5, 6, 9, 10, 11, 20, 21, 22, 42, 43):
    for start in (0, 1, size // 2, size - 1):
        print(size, start, *exchanged(size, start, lambda d: d))
print(*exchanged(5, 0, dict.items))
print(*exchanged(7, 2, dict.keys))

# Backwards nothing is met that was added behind.
d = dict.fromkeys(range(6))
for k in reversed(d):
    del d[k]
    d[k + 10] = None
print(d)

# A changed length is an error for good, until then nothing was lost.
d = {1: 1, 2: 2, 3: 3}
it = iter(d)
print(next(it))
d[4] = 4
for _ in range(2):
    try:
        print(next(it))
    except RuntimeError as e:
        print(e)
del d[4]
for _ in range(2):
    try:
        print(next(it))
    except RuntimeError as e:
        print(e)
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(4)
for _ in range(2):
    try:
        print(next(it))
    except RuntimeError as e:
        print(e)
s.discard(4)
try:
    print(next(it))
except RuntimeError as e:
    print(e)

# What is left is known.
d = dict.fromkeys(range(10))
del d[3], d[7]
it, back = iter(d.items()), reversed(d)
print(it.__length_hint__(), back.__length_hint__())
next(it), next(it), next(back)
print(it.__length_hint__(), back.__length_hint__())
d["more"] = 1
print(it.__length_hint__(), back.__length_hint__())

# Order and contents after many deletions, insertions and popitems.
d = {}
state = 12345
for n in range(3000):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    what, key = state >> 8 & 7, state >> 12 & 63
    if what < 4:
        d[key] = n
    elif what < 6:
        d.pop(key, None)
    elif what == 6 and d:
        d.popitem()
    elif d and state >> 20 & 7 == 0:
        del d[next(iter(d))]
print(len(d), list(d.items()))
