# send: values go in and come out.
def average():
    total = count = 0
    value = None
    while True:
        value = yield value and total / count
        if value is None:
            return total / count
        total += value
        count += 1


a = average()
print(next(a), a.send(10), a.send(20), a.send(5))
try:
    a.send(None)
except StopIteration as stop:
    print("average", stop.value)
def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received
e = echo()
try:
    e.send("too early")
except TypeError as error:
    print(error)
print(e.send(None), e.send("a"), next(e))
try:
    e.send("last")
except StopIteration as stop:
    print(stop.value)
try:
    e.send("after the end")
except StopIteration as stop:
    print("exhausted", stop.value)
def expression():
    x = (yield 1) + (yield 2) * (yield 3)
    print("x", x)
    print("call", max((yield "a"), (yield "b")))
    yield x
g = expression()
print(next(g), g.send(10), g.send(20), g.send(30), g.send(7))
def running():
    try:
        me.send(None)
    except ValueError as error:
        yield str(error)
me = running()
print(next(me))
