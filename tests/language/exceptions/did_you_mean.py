# The suggestions for misspelt names.
class Thing:
    colour = 1
    def method(self): pass


total_count = 5
def function():
    local_value = 1
    return locl_value


attempts = {
    "attribute": lambda: Thing().color,
    "method": lambda: Thing().methd(),
    "class": lambda: Thing.colr,
    "builtin attribute": lambda: [].appendd,
    "nothing near": lambda: Thing().zzzzzz,
    "name": lambda: total_coun,
    "builtin": lambda: pritn("x"),
    "local": function,
    "keyword": lambda: sorted([], revers=True),
}
for what, attempt in attempts.items():
    try:
        attempt()
    except (AttributeError, NameError, TypeError) as error:
        print(what, "|", error)
