# A traceback shows the lines that `linecache.cache` has for a name that is no file.
import linecache
import traceback
text = "def f():\n    1/0\n"
space = {}
exec(compile(text, "<mine>", "exec"), space)
linecache.cache["<mine>"] = len(text), None, text.splitlines(True), "<mine>"
try:
    space["f"]()
except ZeroDivisionError as error:
    print("".join(traceback.format_exception(error)[2:]))
