# Backslash sequences that are none stand for themselves, with a warning.
a = '\d'
b = b'\q'
c = "\8 \777"
d = f"z{a}\{b}"
e = """x
\w"""
print(a, b, c, d, e, len(c))
g = f"{a}\}}" f"\{{" rf"\{a}" f'{a:\x3e5}' f"\\{a}" f"\\\{a}"
h = "\é" "\
x" '''\
y''' "\x41\u0041" r"\d" "\\d" "\'"
i = b"\xff\377\w"
print(g, h, i)
print(eval(r"'\p'"), eval(r"f'\p{1}\]'"))
exec("z = '\\l'\nprint(z)")
def f():
    "doc \s"
class C: "doc \c"
