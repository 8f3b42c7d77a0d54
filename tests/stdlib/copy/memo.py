# The memo of deepcopy, the order of the work, and depth.
# collections: as usual
import copy


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


inner = [1]
memo = {}
other = copy.deepcopy([inner, inner], memo)
kept = memo[id(memo)]
print(len(memo), memo[id(inner)] is other[0], [type(original).__name__ for original in kept], kept[0] is inner)
again = copy.deepcopy(inner, memo)
print(again is other[0])

# What the memo knows is taken from it, even None.
print(copy.deepcopy(inner, {id(inner): "known"}), copy.deepcopy([inner, 1], {id(inner): None}))
print(copy.deepcopy(5, {id(5): "unused"}), copy.deepcopy(5, "no memo"))
attempt(lambda: copy.deepcopy([], []))
attempt(lambda: copy.deepcopy([], 5))


class Shared:
    """Keeps itself out of copies."""

    def __deepcopy__(self, memo):
        memo[id(self)] = self
        return self


shared = Shared()
other = copy.deepcopy({"a": shared, "b": [shared]})
print(other["a"] is shared, other["b"][0] is shared)

order = []


class Tell:
    def __init__(self, name):
        self.name = name

    def __deepcopy__(self, memo):
        order.append(self.name)
        return self


def told(value):
    order.clear()
    copy.deepcopy(value)
    return " ".join(order)


class Dict(dict):
    pass


class List(list):
    pass


tells = [Tell(str(i)) for i in range(4)]
print(told(tells), "|", told(dict(zip(tells[:2], tells[2:]))), "|", told(Dict(zip(tells[:2], tells[2:]))))
special = List(tells[:2])
special.attribute = tells[2]
print(told(special), "|", told((tells[3], [tells[0]])), "|", told({"k": {"l": tells[1]}}))


class Partial:
    """Sees how far its container is."""

    def __deepcopy__(self, memo):
        print([len(value) for value in memo.values() if isinstance(value, (list, dict)) and value])
        return 0


copy.deepcopy(["x", Partial(), [Partial()]])
copy.deepcopy({"x": 1, "y": Partial()})


# A copy that is made while its tuple is copied.
class Holder:
    pass


holder = Holder()
holder.pair = (holder, inner)
other = copy.deepcopy(holder)
print(other.pair[0] is other, other.pair[1] is inner, other.pair is holder.pair)
pair = copy.deepcopy(holder.pair)
print(pair[0].pair is pair, pair[0] is holder)

deep = []
for _ in range(100_000):
    deep = [deep]
try:
    copy.deepcopy(deep)
except RecursionError as error:
    print("RecursionError")
while deep:
    deep = deep.pop()
