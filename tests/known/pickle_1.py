# What built-in objects are reduced to.
import sys
import time
import types
for value in (UnicodeDecodeError("utf8", b"a", 0, 1, "r"), StopIteration(1), SystemExit(3), ExceptionGroup("a", [ValueError()]),
              time.gmtime(0), types.SimpleNamespace(a=1), iter([1])):
    try:
        print(value.__reduce_ex__(4))
    except Exception as error:
        print(repr(error))
for value in (int | str, sys.stdin):
    try:
        print(value.__reduce_ex__(4))
    except Exception as error:
        print(repr(error))
print(len.__reduce_ex__(4))
