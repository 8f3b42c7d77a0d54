# The message about built-in classes that keep their attributes.
for call in (lambda: type.__delattr__(int, "x"), lambda: type.__setattr__(int, "x", 1), lambda: delattr(list, "append")):
    try:
        call()
    except TypeError as error:
        print(error)
