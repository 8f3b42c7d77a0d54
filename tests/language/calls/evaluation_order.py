# Arguments, targets and operands are evaluated from left to right.
def say(value, name=None):
    print(name or value, end=" ")
    return value


def take(*args, **kwargs):
    return args, kwargs


print(take(say(1), *[say(2)], say(3), k=say(4), **{"z": say(5)}))
print(say(1) + say(2) * say(3))
items = {}
items[say("key")] = say("value")
print(items)
print({say("a"): say("b"), say("c"): say("d")}, [say(1), say(2)], (say(3), say(4)))
print(say(1) < say(3) < say(2) < say(9))
print(say(0) or say("") or say("x") or say("never"))
print(say(1) and say(0) and say("never"))
print(say("then") if say(True, "test") else say("else"))
def get(): return say(take, "function")
print(get()(say("argument")))
a = [0, 0]
a[say(0)], a[say(1)] = say(7), say(8)
print(a)
def default(x=say("default evaluated at def")): pass
print()
@say
class Decorated:
    print("body", end=" ")
print()
lhs = [10]
def index(): print("index", end=" "); return 0
def value(): print("value", end=" "); return 5
lhs[index()] += value()
print(lhs)
