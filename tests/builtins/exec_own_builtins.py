# The built-in names of code are those that `__builtins__` in its globals says.
import sys

Module = type(sys)


class Namespace:
    eggs = 3


try:
    print(eval("len([1])", {"__builtins__": {}}))
except NameError as e:
    print("NameError", e)
print(eval("len([1])", {"__builtins__": {"len": lambda x: 42}}))


def t(text, builtins):
    try:
        scope = {"__builtins__": builtins}
        exec(text, scope)
        print(scope.get("result"))
    except Exception as e:
        print(type(e).__name__, e)


t("result = 1 + 1", {})
t("class A: pass", {})
t("import sys", {})
t("from sys import path", {})
t("result = [x for x in (1, 2)]", {})
t("def f(): return len('abc')\nresult = f()", {})
t("def f(): return len('abc')\nresult = f()", {"len": lambda x: "mine"})
t("result = (lambda: sorted)()", {"sorted": 5})
t("class A:\n    x = len\nresult = A.x", {"len": 7, "__build_class__": __build_class__, "__name__": "m"})
t("import spam.eggs as result", {"__import__": lambda *args: (print(args[0], args[3], args[4]), Namespace())[1]})
t("from spam import eggs as result", {"__import__": lambda *args: (print(args[0], args[3], args[4]), Namespace())[1]})
t("result = None is True", {})
t("result = eval('len')", {"eval": eval, "len": 3})
t("result = eval('len', {})", {"eval": eval, "len": 3})
t("exec('try: len\\nexcept NameError as e: print(e)')", {"exec": exec, "NameError": NameError, "print": print})
module = Module("names")
module.len = "a module's"
t("result = len", module)
t("result = len", {"len": 1} | {})
t("global len\nlen = 5\nresult = len", {})
t("len = 5\ndel len\nlen", {})
t("print", {"print": None})
t("result = __build_class__", {})
t("try: raise ValueError\nexcept ValueError: result = 1", {"ValueError": ValueError})
t("try: raise ValueError\nexcept ValueError: result = 1", {})
t("assert 1 == 2", {})
code = compile("result = len((1, 2, 3))", "<code>", "exec")
for builtins in ({"len": lambda x: "first"}, {"len": lambda x: "second"}, {}, __builtins__):
    scope = {"__builtins__": builtins}
    for _ in range(3):
        try:
            exec(code, scope)
            print(scope["result"])
        except NameError as e:
            print(e)
print(len([1, 2]))
