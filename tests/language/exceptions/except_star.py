# except*: every clause takes its share.
def handle(error):
    try:
        raise error
    except* ValueError as group:
        print("values", [str(e) for e in group.exceptions], end="; ")
    except* (KeyError, OSError) as group:
        print("lookups", [type(e).__name__ for e in group.exceptions], end="; ")
    else:
        print("else", end="; ")
    finally:
        print("finally", end="; ")
    print("after")


handle(ExceptionGroup("g", [ValueError("1"), KeyError("2"), ValueError("3")]))
handle(ValueError("naked"))
try:
    handle(ExceptionGroup("g", [ValueError("1"), TypeError("left")]))
except ExceptionGroup as error:
    print("escaped", repr(error))
handle(ExceptionGroup("g", [ExceptionGroup("inner", [OSError("deep")]), KeyError("k")]))


def raising():
    try:
        raise ExceptionGroup("g", [ValueError("v"), KeyError("k"), TypeError("t")])
    except* ValueError:
        raise RuntimeError("new one")
    except* KeyError as e:
        raise e
    except* OSError:
        print("never")


try:
    raising()
except BaseException as error:
    print(repr(error), [repr(e) for e in error.exceptions])
try:
    try:
        pass
    except* ValueError:
        print("never")
    else:
        print("nothing raised")
finally:
    print("done")
try:
    try:
        raise ValueError("not taken")
    except* KeyError:
        print("never")
except ValueError as error:
    print("as it was", repr(error))
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
def loop():
    for n in range(3):
        try:
            raise ExceptionGroup("x", [ValueError(n)])
        except* ValueError as eg:
            total = eg.exceptions[0].args[0]
    return total
print(loop())
