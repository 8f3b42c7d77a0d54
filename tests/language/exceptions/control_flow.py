# try, except, else and finally with every way to leave them.
def leave(how):
    log = []
    def body():
        for turn in range(3):
            try:
                log.append(f"try{turn}")
                if how == "return": return "returned"
                if how == "break" and turn: break
                if how == "continue": continue
                if how == "raise": raise ValueError("v")
                if how == "other": raise KeyError("k")
            except ValueError as error:
                log.append(f"except {error}")
                if turn == 1: return "from except"
            else:
                log.append("else")
            finally:
                log.append("finally")
        else:
            log.append("loop else")
        return "end"
    try:
        return body(), log
    except KeyError as error:
        return error, log


for how in ["return", "break", "continue", "raise", "other", "nothing"]:
    print(how, leave(how))


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first finally")
    finally:
        print("second finally")


def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as error:
        return error, repr(error.__context__)


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


print(nested(), replaced(), value_kept())
for item in generator():
    break
print(list(generator()))
def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n < 3: continue
            break
        finally:
            print("turn", n, end="; ")
    return n
print(while_finally())
