# A flat chain of many operands is no nesting: it has to work at any stage, on any stack.
import asyncio
class X:
    def __getattr__(self, name): return self
    def __call__(self, *args): return self
    def __getitem__(self, index): return self
    def __pow__(self, other): return self
def run(name, text, mode="eval"):
    try:
        code = compile(text, "<text>", mode)
        value = eval(code, {"a": 1, "x": X(), "f": lambda *args: len(args), "int": int, "n": None, "s": "ab"})
        print(name, value if isinstance(value, (int, str, bool, type(None))) else "fine")
    except SyntaxError as error:
        print(name, error.msg)
def all_kinds(count):
    run("sum", " + ".join(["a"] * count))
    run("sum of constants", " + ".join(["1"] * count))
    run("strings", "len(" + " + ".join(["'ab'"] * count) + ")")
    run("constants after a name", "a" + " + 1" * count)
    run("all operators", "a" + " | 3 ^ 1 & 7 + 2 - 1" * (count // 5))
    run("and", " and ".join(["a"] * count))
    run("or", " or ".join(["0"] * count))
    run("and or", " and a or ".join(["a"] * count))
    run("comparisons", " <= ".join(["a"] * count))
    run("implicit", "len(" + " ".join(["'a'"] * count) + ")")
    run("fields", "len(f'" + "{a}" * count + "')")
    run("fields and text", "len(f'" + "x{a!r:>3}" * count + "')")
    run("methods", "x" + ".m()" * count)
    run("attributes", "x" + ".m" * count)
    run("items", "x" + "[0]" * count)
    run("calls", "x" + "()" * count)
    run("mixed", "x" + ".m(a)[a + 1]" * (count // 3))
    run("elif", "if a == 0: pass\n" + "elif a == 0: pass\n" * count, "exec")
    run("conditional", "0 if not a else " * (count // 4) + "5")
    run("not", "not " * (count // 2) + "a")
    run("minus", "- " * (count // 2) + "a")
    run("union", "def g(p: " + " | ".join(["int"] * count) + ") -> None: pass", "exec")
    run("patterns", "match a:\n case " + " | ".join(["0"] * count) + ": pass", "exec")
    run("items of a list", "len([" + "a, " * count + "])")
    run("arguments", "f(" + "a, " * 200 + ")")
    run("targets", "b = " * (count // 2) + "a", "exec")
    run("loops", "len([a " + "for i in [1] " * 15 + "])")
    run("statements", "a; " * count, "exec")
all_kinds(500)
all_kinds(3000)
async def main():
    await asyncio.to_thread(run, "in a thread", " + ".join(["a"] * 3000))
asyncio.run(main())
def deep(depth):
    return deep(depth - 1) if depth else eval(" + ".join(["1"] * 3000))
print(deep(300))
try:
    eval("a" + ".b" * 3000)
except NameError as error:
    print(error)
try:
    eval("1" + ".real" * 10 + " + ''" * 3000)
except TypeError as error:
    print(error)
except SyntaxError as error:
    print(error.msg)
