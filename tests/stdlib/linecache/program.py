# A report of errors in a file, with the lines around them, and code that is made at run time and shown in the same way.
import linecache
import tempfile
import os
import sys

PATH = os.path.join(tempfile.mkdtemp(), "linecache_program_settings.txt")
with open(PATH, "w", encoding="utf-8") as stream:
    stream.write("# settings\nwidth = 10\nheight = ten\n\nname = größe\n  depth=3")


def problems(path):
    number = 1
    while line := linecache.getline(path, number):
        key, sign, value = line.partition("=")
        if line.strip() and not line.startswith("#"):
            if not sign:
                yield number, "no value"
            elif key[0] == " ":
                yield number, "indented"
            elif key.strip() != "name" and not value.strip().isdigit():
                yield number, "not a number"
        number += 1


def excerpt(path, number, around=1):
    shown = []
    for at in range(number - around, number + around + 1):
        line = linecache.getline(path, at)
        if line:
            shown.append(f"{'>' if at == number else ' '} {at}: {line.rstrip()}")
    return "\n".join(shown)


for number, problem in problems(PATH):
    print(problem)
    print(excerpt(PATH, number))

print(len(linecache.getlines(PATH)), repr(linecache.getline(PATH, 6)))
os.remove(PATH)
print(excerpt(PATH, 2, 0))
linecache.checkcache(PATH)
print(repr(excerpt(PATH, 2, 0)))


def make(expression, count=[0]):
    """Makes a function of an expression whose source can be looked up."""
    count[0] += 1
    filename = f"<made {count[0]}>"
    source = f"def made(x):\n    return {expression}\n"
    namespace = {}
    exec(compile(source, filename, "exec"), namespace)
    linecache.cache[filename] = len(source), None, source.splitlines(True), filename
    return namespace["made"]


for expression, argument in (("x + 1", 1), ("1 / x", 0), ("x.upper()", 5)):
    function = make(expression)
    try:
        print(function(argument))
    except Exception as error:
        last = error.__traceback__
        while last.tb_next:
            last = last.tb_next
        filename, number = last.tb_frame.f_code.co_filename, last.tb_lineno
        print(type(error).__name__, filename, linecache.getline(filename, number).strip())
linecache.checkcache()
print(sorted(name for name in linecache.cache if name.startswith("<made")))
linecache.clearcache()
print(linecache.getline("<made 1>", 1) == "")
