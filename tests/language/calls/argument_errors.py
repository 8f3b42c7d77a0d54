# The texts of the errors for arguments that do not fit.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=2): pass
def pos(a, b, /): pass
def kw(*, k, m): pass
def kwdef(a, *, k=1): pass
def star(a, *args): pass
class C:
    def __init__(self, x): pass
    def method(self, y): pass
class Empty: pass


five, text, nothing = 5, "text", None
calls = [lambda: none(1), lambda: one(), lambda: one(1, 2), lambda: two(1), lambda: two(), lambda: three(),
         lambda: three(1, 2, 3, 4), lambda: default(), lambda: default(1, 2, 3), lambda: one(1, a=2), lambda: one(b=1),
         lambda: two(1, z=3), lambda: pos(a=1, b=2), lambda: pos(1, b=2), lambda: kw(), lambda: kw(k=1), lambda: kw(1, k=1, m=2),
         lambda: kwdef(1, 2), lambda: kwdef(1, 2, k=3), lambda: star(), lambda: C(), lambda: C(1, 2), lambda: C(1).method(),
         lambda: C(1).method(1, 2), lambda: C.method(1), lambda: Empty(1), lambda: none(**{1: 2}), lambda: one(*5),
         lambda: one(**5), lambda: two(1, **{"a": 1}), lambda: five(), lambda: text(1), lambda: nothing(), lambda: one(colour=1),
         lambda: (lambda x: x)(), lambda: default(1, bb=2)]
for call in calls:
    try:
        call()
        print("no error")
    except TypeError as error:
        print(error)
