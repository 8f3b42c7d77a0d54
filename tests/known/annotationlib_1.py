"""`compile` of an expression does not pass over leading blanks; only `eval` of a text does."""
try:
    print(compile(" int", "<string>", "eval"))
except SyntaxError as error:
    print(type(error).__name__, error)
print(eval(" int"))
