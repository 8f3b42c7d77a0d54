# Where objects are written: lines, blocks, comments, files, modules.
import functools
import inspect
import os
import sys


def show(label, find):
    try:
        print(label, find())
    except (OSError, TypeError) as error:
        print(label, type(error).__name__, error)


def nested(a, b=[1,
    2]):
    # a comment in it

    def inner():
        return "(" + ')'
    text = """
def not_a_function():
"""
    long = f"{a!r:>{10}} {{ {'}'}" \
        "goes on"
    return inner, text, long  # at the end

    # still in it

# not in it

# about the class
#   in two lines
class Thing:
    "doc"
    # about the method
    def method(self):
        if 1:
            pass
    # between
    number = 3

    class Inner:
        def deep(self): pass


def decorator(*arguments):
    return lambda function: function


@decorator(1,
           2)
@staticmethod
def decorated(x):
    return x


one_line = lambda x: (x +
                      1)
in_list = [lambda: 1,
           lambda: 2]
async def asynchronous():
    async with 1:
        pass
def short(): return 1
x = 1
class Short: pass


def sequel():
    try:
        pass
    except ValueError:
        pass
    else:
        return [
            1,
    2]


@functools.wraps(sequel)
def wrapper(): pass


def generator():
    yield from ()
for thing in (nested, nested(1)[0], Thing, Thing.method, Thing().method, Thing.Inner, Thing.Inner.deep, decorated, one_line, in_list[0],
              in_list[1], asynchronous, short, Short, sequel, wrapper, generator, nested.__code__):
    show("lines", lambda: inspect.getsourcelines(thing))
    show("comments", lambda: repr(inspect.getcomments(thing)))
print(inspect.getsource(Thing.method), end="")
print(inspect.findsource(Thing)[1], inspect.findsource(nested)[1], inspect.findsource(sys.modules["__main__"])[1])
print(inspect.getsourcelines(sys._getframe())[1], len(inspect.getsourcelines(sys.modules["__main__"])[0]) > 100)
print(repr(inspect.getcomments(sys.modules["__main__"])))

print("no source")
exec("def made(): pass")
Dynamic = type("Dynamic", (), {})
Elsewhere = type("Elsewhere", (), {"__module__": "no_such_module"})
for label, thing in (("int", int), ("len", len), ("number", 3), ("sys", sys), ("made", made), ("dynamic", Dynamic), ("elsewhere", Elsewhere)):
    show(label, lambda: inspect.getsource(thing))
for label, thing in (("int", int), ("len", len), ("number", 3), ("sys", sys), ("made", made), ("elsewhere", Elsewhere)):
    show(label, lambda: inspect.getfile(thing))

print("files and modules")
own = os.path.basename(__file__)
for thing in (nested, Thing, Thing.method, nested.__code__, sys._getframe(), sys.modules["__main__"]):
    print(os.path.basename(inspect.getfile(thing)) == own, os.path.basename(inspect.getsourcefile(thing)) == own,
          os.path.isabs(inspect.getabsfile(thing)), inspect.getmodule(thing).__name__)
print(inspect.getmodule(sys), inspect.getmodule(len), inspect.getmodule(3), inspect.getmodule(int))
for path in ("/a/b.py", "b.pyc", "b", "b.txt", "/a/.py", "a.b.py"):
    print(path, inspect.getmodulename(path))

print("blocks")
for lines in (["def f():\n", "  x\n", "\n", "y\n"], ["x = 1\n", "  x\n"], ["if x:\n", "  x\n", "y\n"],
              ["def f():\n", "  x\n", "  # in\n", " # out\n", "y\n"], ["@d\n", "@e(\n", "1)\n", "class A:\n", "  x\n", "class B: pass\n"],
              ["def f(a,\n", "b):\n", "  '''\n", "x\n", "'''\n", "z\n"], ["def f():\n", "  x = 1 + \\\n", "2\n", "y\n"]):
    print(inspect.getblock(lines))
print(inspect.indentsize("\t  x"), inspect.indentsize("x"), inspect.indentsize("    "))
