# throw: an exception raised at the yield.
def resilient():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            yield f"handled {error}"
        finally:
            print("turn over")


g = resilient()
print(next(g), g.throw(ValueError("one")), next(g), g.throw(ValueError))
try:
    g.throw(KeyError("not handled"))
except KeyError as error:
    print("came out", error)
print(next(g, "exhausted"))
def plain(): yield 1
p = plain()
try:
    p.throw(TypeError("never started"))
except TypeError as error:
    print(error, p.gi_frame)
p = plain()
list(p)
try:
    p.throw(OSError("after the end"))
except OSError as error:
    print(error)
for bad in [5, "x", int]:
    try:
        plain().throw(bad)
    except TypeError as error:
        print(error)
def stops():
    try:
        yield
    except KeyError:
        return "returned"
s = stops()
next(s)
try:
    s.throw(KeyError)
except StopIteration as stop:
    print(stop.value)
def leaks():
    yield 1
    raise StopIteration("inside")
l = leaks()
next(l)
try:
    next(l)
except RuntimeError as error:
    print(error, repr(error.__cause__))
def context():
    try:
        1 / 0
    except ZeroDivisionError:
        yield
c = context()
next(c)
try:
    c.throw(KeyError("k"))
except KeyError as error:
    print(repr(error.__context__))
