# Frames and tracebacks as records.
import inspect
import os
import sys


def info(record):
    return (os.path.basename(record.filename) == os.path.basename(__file__), record.lineno, record.function, record.code_context, record.index)


def here():
    return inspect.currentframe()


def about(context):
    return inspect.getframeinfo(inspect.currentframe(), context)


frame = here()
print(frame.f_code.co_name, inspect.isframe(frame))
for context in (0, 1, 2, 3, 1000):
    record = about(context)
    print(type(record).__name__, record._fields)
    print(info(record) if context < 1000 else (record.lineno, len(record.code_context) > 50, record.index))


def stacked(context):
    return inspect.stack(context)


for record in stacked(1):
    print(type(record).__name__, info(record), record.frame.f_code.co_name, len(record), record[3])
print([record.function for record in inspect.getouterframes(sys._getframe())])


def deep(number):
    if number:
        return deep(number - 1)
    return 1 / number


try:
    deep(2)
except ZeroDivisionError as error:
    for record in inspect.trace():
        print(info(record))
    print([record.lineno for record in inspect.getinnerframes(error.__traceback__, 0)])
    record = inspect.getframeinfo(error.__traceback__)
    print(info(record), record.positions.lineno)
    last = error.__traceback__
    while last.tb_next:
        last = last.tb_next
    print(inspect.getframeinfo(last, 3).code_context)
print(inspect.trace(), inspect.getlineno(sys._getframe()))
print(inspect.getframeinfo(sys._getframe()).positions.lineno)
print(inspect.Traceback("file", 1, "name", ["line"], 0))
print(inspect.Traceback("file", 1, "name", None, None, positions=(1, 2, 3, 4)))
print(inspect.FrameInfo("frame", "file", 1, "name", None, None).positions)
print(inspect.FrameInfo("frame", "file", 1, "name", None, None, positions="p"))
print(tuple(inspect.Traceback("file", 1, "name", ["line"], 0)), inspect.Traceback("file", 1, "name", None, None) == ("file", 1, "name", None, None))
try:
    inspect.getframeinfo(3)
except (AttributeError, TypeError) as error:
    print(error)
exec(compile("def unseen():\n    return inspect.getframeinfo(inspect.currentframe())", "<made>", "exec"))
print(unseen()[:])


def caller_name():
    return inspect.currentframe().f_back.f_code.co_name


def somebody():
    return caller_name()


print(somebody())
