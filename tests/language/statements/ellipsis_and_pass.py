# Things that are nothing, and statements on one line.
def stub(): ...
class Empty: ...
def documented():
    "only a doc string"
x = ...
print(stub(), x, x is Ellipsis, documented.__doc__, Empty.__doc__, stub.__doc__, type(x).__name__, bool(x))
if True: pass; print("same line"); y = 1
for i in range(2): print(i, end=","); z = i
print(z); print(y)
while False: pass
class One: a = 1; b = 2
print(One.a, One.b, NotImplemented, None, type(None).__name__, type(NotImplemented).__name__)
"a bare string"
5
[1, 2]; (3, 4)
if 1:
    pass
elif 2:
    pass
else:
    pass
a = \
    5
b = (1 +
     2 +
     # a comment in the middle
     3)
c = [
    1,
    2,
]
print(a, b, c, end="\n"); print(1, 2, sep="", end="")
print()
lambda_in = [lambda: (
    1 +
    1
)]
print(lambda_in[0]())
def nested_indent():
        if True:
                return "deep"
print(nested_indent())
def tabs():
	return "a tab"
print(tabs(), __doc__)
