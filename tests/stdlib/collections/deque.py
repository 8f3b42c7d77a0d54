# deque: both ends, limits, indices, insertion, rotation, operators, comparison, repr.
from collections import deque


def attempt(call, *args, **kwds):
    try:
        print("->", call(*args, **kwds))
    except Exception as error:
        print("!!", type(error).__name__, error)


attempt(deque, [1, 2, 3], 2)
attempt(deque, maxlen=3)
attempt(deque, iterable="ab", maxlen=None)
attempt(deque, [1, 2], True)
attempt(deque, 1)
attempt(deque, [], -1)
attempt(deque, [], "a")
attempt(deque, [], 1.0)
attempt(deque, [], 10**30)
x = deque([1, 2, 3])
x.__init__([5], maxlen=4)
print(x)
x.__init__()
print(x, x.maxlen, deque("a", 3).maxlen)
attempt(x.pop)
attempt(x.popleft)

x = deque(range(4))
print(x.append("r"), x.appendleft("l"), x.extend("ab"), x.extendleft("cd"), x)
print(x.pop(), x.popleft(), x.pop(), x.popleft(), x, len(x))
attempt(x.extend, 3)
attempt(x.extendleft, 3)
x.extend(x)
x.extendleft(x)
print(x)

# Indices
x = deque(range(6))
x[-1] = 9
del x[2]
x[0] = 7
del x[-1]
print(x, x[0], x[-1], x[True])
for index in (-5, 4, 10**30, "a", slice(1, 2)):
    attempt(lambda: x[index])
attempt(lambda: x.__setitem__(9, 1))
attempt(lambda: x.__setitem__("a", 1))
attempt(lambda: x.__delitem__("a"))
try:
    x.maxlen = 3
except AttributeError as error:
    print("!!", error)

for index in (2, -100, 100, -1, 0):
    x.insert(index, f"at {index}")
print(x)
attempt(x.insert, "a", 1)
attempt(deque([1, 2], 2).insert, 0, 3)
x = deque("abcabc")
print(x.index("a", 1), x.index("c", -1), x.index("b", 2, 5), x.count("c"), x.remove("b"), x)
attempt(x.index, "zz")
attempt(x.index, "a", 1, 2)
attempt(x.index, "a", "b")
attempt(x.remove, "zz")

# A limit pushes items out at the other end
m = deque([1, 2, 3], maxlen=3)
m.append(4)
print(m)
m.appendleft(0)
print(m)
m.extend([7, 8, 9, 10])
print(m)
m.extendleft([1, 2])
print(m, deque(range(1000), 3), deque(range(1000), maxlen=0))
z = deque("abc", maxlen=0)
z.append(1)
z.appendleft(1)
z.extend("abc")
print(z, len(z), bool(z))

x = deque(range(5))
for n in (1, -1, 2, -13, 0, 5, 10**6 + 1):
    x.rotate(n)
    print(n, x)
x.rotate()
x.reverse()
print(x)
deque().rotate(5)
attempt(x.rotate, "a")
attempt(x.rotate, 1.5)

# Operators
print(deque([1, 2]) + deque([3]), deque([1, 2], 2) + deque([3]), deque([1, 2], maxlen=1) + deque([3]))
attempt(lambda: deque() + [1])
print(deque("ab") * 2, 3 * deque("ab"), deque("abc", 4) * 2, deque("ab") * 0, deque("ab") * -1)
attempt(lambda: deque("ab") * "a")
attempt(lambda: deque("ab") * 1.5)
y = z = deque("ab")
y += "cd"
y += y
y *= 2
print(y, y is z)
y = deque("abc", 2)
y *= 3
print(y)
print(deque([1, 2]) == deque([1, 2], 3), deque([1, 2]) == [1, 2], deque([1, 2]) < deque([1, 3]),
      deque([1]) < deque([1, 2]),
      deque([2]) > deque([1, 5]), deque() >= deque(), deque() <= deque(), deque("a") != deque("b"))
nan = float("nan")
q = deque([nan])
print(q == q, q == deque([nan]), nan in q, q.count(nan), q.index(nan), deque.__hash__)

r = deque([1])
r.append(r)
print(r, deque(), deque(maxlen=2), str(deque([1], maxlen=0)))
r = deque([1], 5)
r.append([r])
print(r)
