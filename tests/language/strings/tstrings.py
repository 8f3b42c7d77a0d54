# t-strings (PEP 750): the parts are kept, not joined.
name, size = "Ada", 7
t = t"hello {name!r:>{size}} and {size + 1}{name}!"
print(type(t).__name__, t.strings, t.values)
for part in t.interpolations:
    print(part.value, part.expression, part.conversion, repr(part.format_spec))
for part in t:
    print(part if isinstance(part, str) else ("value", part.value))


def render(template):
    parts = []
    for part in template:
        parts.append(part if isinstance(part, str) else f"<{part.value}>")
    return "".join(parts)


print(render(t"{1}{2} plain {name}"), render(t""), render(t"a" t"b{3}"))
print((t"x{1}" + t"y").strings)
print(t"{size=}".strings, t"{size=}".interpolations[0].conversion)
