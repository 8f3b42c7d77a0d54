# for and while with else, break, continue, nested, over changing things.
for n in range(3):
    if n == 5: break
else:
    print("no break")
for n in range(3):
    if n == 1: break
else:
    print("never")
print(n)
for n in []: pass
else: print("empty", n)
while n < 4:
    n += 1
    if n == 3: continue
    print("while", n)
else:
    print("while else")
while True:
    n += 1
    if n > 6: break
else:
    print("never")
for a in range(3):
    for b in range(3):
        if b == 2: break
        if a == 1: continue
        print(a, b, end="; ")
    else:
        print("never")
print()
for i in range(0, 10, 3): print(i, end=" ")
for i in range(5, 0, -2): print(i, end=" ")
for i in range(3, 3): print("never")
for i in range(2 ** 70, 2 ** 70 + 2): print(i, end=" ")
print(i)
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
items = [1, 2, 3, 4]
for item in items:
    if item == 2: items.remove(3)
    if item == 4: items.append(5)
    if item == 5: break
    print(item, end=" ")
print(items)
for change in ["dict", "set"]:
    thing = {1: 1, 2: 2} if change == "dict" else {1, 2}
    try:
        for key in thing:
            thing.update({key + 10: 0} if change == "dict" else {key + 10})
    except RuntimeError as error:
        print(error)
for x, (y, z) in [(1, (2, 3)), (4, "56")]: print(x, y, z)
for box in [[0]]:
    for box[0] in range(3): pass
    print(box)
for i, ch in enumerate("ab", start=1): print(i, ch)
def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted: return i
    else:
        return "absent"
print(search("abc", "c"), search("abc", "z"))
n = 0
while n < 1000000:
    n += 1
print(n)
