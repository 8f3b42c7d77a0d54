# The words agree with what the compiler says.
from keyword import iskeyword, issoftkeyword, kwlist, softkwlist


def usable(word):
    try:
        compile(f"{word} = 1", "<name>", "exec")
    except SyntaxError:
        return False
    return True


print([word for word in kwlist if usable(word)])
print([word for word in softkwlist if not usable(word)])
print([word for word in ("print", "exec", "nonlocals", "self", "true", "null", "unless") if not usable(word)])


def identifier(text):
    """The nearest name that a variable may have."""
    name = "".join(c if c.isidentifier() or c.isdigit() else "_" for c in text) or "_"
    if not name[0].isidentifier():
        name = "_" + name
    return name + "_" if iskeyword(name) else name


for text in ("class", "type", "2nd", "first name", "naïve", "", "None", "lambda x", "match", "a-b"):
    name = identifier(text)
    print(repr(text), "->", name, name.isidentifier(), issoftkeyword(name))
    compile(f"{name} = 1", "<name>", "exec")

fields = {"from": "Rome", "to": "Oslo", "class": 2}
print({identifier(key): value for key, value in fields.items()})
