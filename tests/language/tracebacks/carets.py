# Carets under the very expression, for several kinds of it.
import sys


class Thing:
    pass


def attribute(thing): return thing.a.b.c
def subscript(table): return table["a"]["b"] + 1
def call(function): return max(1, function(2, 3), 4)
def binary(a, b): return (a * 2) + (b - 1) * a
def compare(a, b): return a == 1 and a < b
def unary(a): return 1 + -a
def multi_line(a, b):
    return a.method(
        b,
        [1, 2, 3],
    )


attempts = [lambda: attribute(Thing()), lambda: subscript({"a": {}}), lambda: call(len), lambda: binary(1, "x"), lambda: compare(1, "x"),
            lambda: unary("x"), lambda: multi_line(1, 2)]
for attempt in attempts[:-1]:
    try:
        attempt()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
attempts[-1]()
