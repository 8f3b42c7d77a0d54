# compile(…, "single"): a lone statement, whose expressions are shown.
for text in [
    "x = 1", "x = 1\ny = 2", "x = 1; y = 2", "x = 1\n", "if 1:\n  x = 3\n", "if 1:\n  x = 3", "x = 1\n\n\n", "x = 1\n# comment\n",
    "\nx = 1", "x = 1\n2", "def f(): pass\n", "x = (1,\n2)", "x = 1;", "5", "5\n6\n", "class A:\n  x = 1\n\n\n  y = 2\n",
    "if 1:\n  5\nelse:\n  6\n\n", "pass\npass\n", "@x\ndef f(): pass\n", "try:\n  1\nfinally:\n  2\n", "x = 1\n  ",
    "for i in 1,2: i\n", "async def f(): pass\n", "lambda: 1", "1; 2; 3", "if 1: 2; 3\n", "import sys\nimport sys\n", "x = '''\n'''\n",
    "x = '''\n'''\ny", "\n\n# first\nx\n# last\n\n",
]:
    try:
        compile(text, "<text>", "single")
    except SyntaxError as error:
        print(repr(text), type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(text), "compiles")
for text in ["if 1: x = 3", "", "# comment", "def f(): pass\nf()", "while 0: 1\n\nx", "\n\n", "with x: pass", "   "]:
    try:
        compile(text, "<text>", "single")
    except SyntaxError as error:
        print(repr(text), "refused")
for text in [
    "1; 2; 3", "None", "if 1:\n  'a'\n  'b'\n", "for i in range(3): i\n", "def f():\n  5\n  return 6\n", "f()", "'doc'", "x = 5",
    "x", "class A:\n  7\n", "while x:\n  x -= 1; x\nelse: 'end'\n", "[i for i in range(3)]", "try:\n  1 / 0\nexcept ZeroDivisionError as e: e\n",
    "with open: pass\n" if False else "x if x else 'falsy'",
]:
    exec(compile(text, "<text>", "single"))
