# A generator's frame, code and what it waits for are the same objects each time.
def inner():
    yield 1


def g():
    yield from inner()


x = g()
next(x)
print(x.gi_frame is x.gi_frame, x.gi_code is g.__code__, x.gi_yieldfrom is x.gi_yieldfrom, x.gi_yieldfrom.gi_frame.f_code.co_name)
x.gi_frame.f_locals
print(x.gi_frame == x.gi_frame, len({x.gi_frame, x.gi_frame}))
