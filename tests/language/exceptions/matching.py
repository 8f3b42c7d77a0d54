# Which except clause takes what.
class MyError(Exception): pass
class Child(MyError): pass


def catch(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup", type(e).__name__
    except MyError:
        return "mine"
    except ArithmeticError as e:
        return "arithmetic", str(e)
    except Exception as e:
        return "other", repr(e)


for error in [KeyError("k"), IndexError(), Child(), MyError, ZeroDivisionError("z"), OSError(2, "No such file"), TypeError("a", 1), StopIteration(3)]:
    print(catch(error))
try:
    raise KeyboardInterrupt
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ValueError("x")
    except TypeError, KeyError:
        print("never")
except ValueError as e:
    print("outer", e)
try:
    1 / 0
except ValueError if False else ZeroDivisionError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
for bad in [5, "text", (KeyError, 5), None]:
    try:
        try:
            raise ValueError
        except bad:
            print("caught")
    except TypeError as error:
        print(error)
for raised in [5, "text", int, None]:
    try:
        raise raised
    except TypeError as error:
        print(error)
try:
    raise
except RuntimeError as error:
    print(error)
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
try:
    reraise()
except ZeroDivisionError as error:
    print("reraised", error)
print(issubclass(FileNotFoundError, OSError), IOError is OSError, ModuleNotFoundError.__mro__[1].__name__, TimeoutError.__base__)
