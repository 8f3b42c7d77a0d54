# The messages of built-in functions about the number of their arguments.
for call in (lambda: frozenset.__contains__(frozenset()), lambda: frozenset().__contains__(), lambda: [].append(),
             lambda: {}.get(), lambda: "".join(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
