"""How many blocks may stand in each other."""


def nest(head, count, inner, indent=0):
    lines = [" " * (depth + indent) + head for depth in range(count)]
    return "\n".join(lines + [" " * (count + indent) + line for line in inner.split("\n")])


def limit(what, program):
    for count in range(1, 26):
        try:
            compile(program(count), "program", "exec")
        except SyntaxError as error:
            print(what, count, error.msg, error.lineno)
            return
    print(what, "no limit")


HANDLERS = {
    "except": "try: pass\nexcept E: pass",
    "bare except": "try: pass\nexcept: pass",
    "except as": "try: pass\nexcept E as e: pass",
    "except*": "try: pass\nexcept* E: pass",
    "else": "try: pass\nexcept: pass\nelse:\n for y in x: pass",
    "finally": "try: pass\nfinally: pass",
    "except finally": "try: pass\nexcept E: pass\nfinally: pass",
    "except* finally": "try: pass\nexcept* E: pass\nfinally: pass",
    "loop in finally": "try: pass\nfinally:\n for y in x: pass",
    "with": "with x: pass",
    "comprehension": "[a for a in x]",
    "lambda": "lambda: [a for a in x]",
    "genexp": "(a for a in x)",
    "match": "match x:\n case 1:\n  for y in x: pass",
}
for name, inner in HANDLERS.items():
    limit(name, lambda n: nest("for i in x:", n, inner))
limit("for", lambda n: nest("for i in x:", n, "pass"))
limit("while", lambda n: nest("while x:", n, "pass"))
limit("if", lambda n: nest("if x:", n, "pass"))
limit("with", lambda n: nest("with x:", n, "pass"))
limit("with of many", lambda n: "with " + ",".join("x" * n) + ": pass")
limit("def", lambda n: "def f():\n" + nest("for i in x:", n, "pass", 1))
limit("class", lambda n: "class f:\n" + nest("for i in x:", n, "pass", 1))
limit("generator", lambda n: "def f():\n" + nest("for i in x:", n, "yield", 1))
limit("coroutine", lambda n: "async def f():\n" + nest("for i in x:", n, "pass", 1))
limit("async for", lambda n: "async def f():\n" + nest("async for i in x:", n, "pass", 1))
limit("async with", lambda n: "async def f():\n" + nest("async with x:", n, "pass", 1))
limit("for else", lambda n: nest("for i in x:", n, "pass") + "\n" + " " * (n - 1) + "else:\n" + " " * n + "for y in x: pass")
limit("clauses", lambda n: "[a " + " ".join("for a in x" for _ in range(n)) + "]")
limit("comprehensions", lambda n: "[" * n + "a" + " for a in x]" * n)


def finallies(count):
    lines = ["x = 0"]
    for depth in range(count):
        lines += [" " * depth + "try:", " " * depth + " x += 1", " " * depth + "finally:"]
    return "\n".join(lines + [" " * count + "x += 1"])


names = {}
exec(finallies(8), names)
print(names["x"])
