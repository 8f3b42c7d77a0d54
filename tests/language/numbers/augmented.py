# Augmented assignment on each kind of target.
class Box:
    value = 1


box = Box()
box.value += 4
items = [1, 2, 3]
items[1] *= 10
items[-1] -= 1
table = {"n": 8}
table["n"] //= 3
n = 17
n %= 5
m = 2
m **= 8
bits = 0b1100
bits &= 0b0110
bits |= 1
bits ^= 0b111
shift = 1
shift <<= 10
shift >>= 3
ratio = 9
ratio /= 2
print(box.value, Box.value, items, table, n, m, bits, shift, ratio)
first = second = [1]
first += [2]
print(second, first is second)
first = first + [3]
print(second, first)
pair = ([],)
try:
    pair[0] += [1]
except TypeError as error:
    print(error, pair)


def calls():
    print("evaluated once")
    return items


calls()[0] += 5
print(items)
