# close: GeneratorExit at the yield, finally blocks run.
def guarded(name):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, "told to exit")
        raise
    finally:
        print(name, "finally")


g = guarded("a")
next(g)
print(g.close(), next(g, "closed"), g.close())
g = guarded("never started")
g.close()
g = guarded("dropped")
next(g)
g = None
print("after drop")
for x in guarded("broken out of"):
    break
print("after loop")
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def returns():
    try:
        yield
    except GeneratorExit:
        return "value of close"
r = returns()
next(r)
print(r.close())
def raises():
    try:
        yield
    finally:
        raise KeyError("from finally")
r = raises()
next(r)
try:
    r.close()
except KeyError as error:
    print(error, repr(error.__context__))
def outer():
    try:
        yield from guarded("inner")
    finally:
        print("outer finally")
o = outer()
next(o)
o.close()
def with_loop():
    for i in range(3):
        try:
            yield i
        finally:
            print("leaving", i)
w = with_loop()
next(w), next(w)
w.close()
