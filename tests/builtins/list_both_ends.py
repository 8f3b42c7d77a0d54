# A list used from both ends: what is taken from the front leaves a gap, which is used, widened and closed.
import random

random.seed(7)


def model(turns):
    items, checked = [], []
    for turn in range(turns):
        pick = random.randrange(9)
        place = 0 if random.random() < 0.5 else random.randrange(len(items) + 1)
        if pick < 3:
            items.append(turn)
            checked = checked + [turn]
        elif pick == 3:
            items.insert(place, turn)
            checked = checked[:place] + [turn] + checked[place:]
        elif pick == 4 and place < len(items):
            assert items.pop(place) == checked[place]
            checked = checked[:place] + checked[place + 1:]
        elif pick == 5 and place < len(items):
            del items[place]
            checked = checked[:place] + checked[place + 1:]
        elif pick == 6:
            end = place + random.randrange(4)
            del items[place:end]
            checked = checked[:place] + checked[end:]
        elif pick == 7:
            end = place + random.randrange(3)
            new = list(range(random.randrange(5)))
            items[place:end] = new
            checked = checked[:place] + new + checked[max(place, end):]
        else:
            items += (turn, turn)
            checked = checked + [turn, turn]
        assert items == checked, (turn, pick)
    return len(items), sum(items)


for turns in (10, 100, 2000):
    print(model(turns))

queue = list(range(5))
for number in range(100_000):
    queue.append(queue.pop(0) + 1)
print(queue)
front = []
for number in range(50_000):
    front.insert(0, number)
print(front[:3], front[-3:], len(front))
while len(front) > 10:
    del front[0]
print(front)
front[:3] = []
print(front, front.pop(), front.pop(0), front)
front[1:1] = front
print(front)
front[:] = (1, 2)
print(front)
front[::-1] = [3, 4]
print(front)
front.clear()
print(front, front * 2)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


loud = [Loud(n) for n in range(4)]
del loud[0]
loud[:2] = [Loud(9)]
del loud
numbers = list(range(20))
print(numbers[3:10:2], numbers[10:3:-2], numbers[::-1], numbers[-1:-4:-1], numbers[:: 7], numbers[5:5:-1])
print(tuple(numbers)[3:10:2], tuple(numbers)[4:0:-3], (1, 2)[5:], bytes(numbers)[1:9:3])
for bad in (0, "x", 1.5):
    try:
        numbers[1:5:bad]
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    numbers[0:3] = 5
except TypeError as error:
    print(error)
