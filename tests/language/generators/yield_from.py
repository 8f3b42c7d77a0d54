# yield from: values, sends, throws and results pass through.
def inner():
    log = []
    try:
        while True:
            try:
                log.append((yield len(log)))
            except ValueError as error:
                log.append(f"error {error}")
            if len(log) == 3:
                return log
    finally:
        print("inner finally")


def outer():
    result = yield from inner()
    print("result", result)
    second = yield from [10, 20]
    yield "second", second
    third = yield from "ab"
    return "outer result"


g = outer()
print(next(g), g.send("s"), g.throw(ValueError("v")), g.send("last"), next(g), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
def delegate(it): return (yield from it)
d = delegate([1, 2])
print(next(d))
try:
    d.send("lists have no send")
except AttributeError as error:
    print(error)
d = delegate(inner())
next(d)
try:
    d.throw(KeyError("through"))
except KeyError as error:
    print("came out", error)
def chain(depth):
    if depth == 0:
        yield "bottom"
        return 0
    return 1 + (yield from chain(depth - 1))
print(list(chain(50)))
class Custom:
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("custom value")
        return self.n
    def send(self, value): return f"sent {value}"
    def throw(self, error): return f"thrown {type(error).__name__}"
def use():
    print("value", (yield from Custom()))
u = use()
print(next(u), u.send("x"), u.throw(KeyError("y")), next(u), next(u, "end"))
try:
    list(delegate(5))
except TypeError as error:
    print(error)
def swallow():
    try:
        yield from inner()
    except KeyError:
        yield "swallowed"
s = swallow()
next(s)
print(s.throw(KeyError()))
