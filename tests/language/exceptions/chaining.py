# raise from, __cause__, __context__, __suppress_context__.
def describe(error):
    return repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__


def attempt(how):
    try:
        try:
            raise KeyError("low")
        except KeyError as low:
            if how == "plain": raise ValueError("high")
            if how == "from": raise ValueError("high") from low
            if how == "none": raise ValueError("high") from None
            if how == "other": raise ValueError("high") from TypeError("other")
            if how == "class": raise ValueError from TypeError
            if how == "self": raise low from low
            if how == "bad": raise ValueError("high") from 5
    except Exception as high:
        return describe(high)


for how in ["plain", "from", "none", "other", "class", "self", "bad"]:
    print(how, attempt(how))
try:
    try:
        1 / 0
    finally:
        [][0]
except IndexError as error:
    print(describe(error))
def after_handler():
    try:
        raise KeyError("handled")
    except KeyError:
        pass
    try:
        raise ValueError("fresh")
    except ValueError as error:
        return describe(error)
print(after_handler())
error = ValueError("x")
error.__cause__ = KeyError("set by hand")
print(describe(error))
try:
    error.__cause__ = 5
except TypeError as problem:
    print(problem)
try:
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise KeyError("b")
        except KeyError:
            raise TypeError("c")
except TypeError as c:
    print(repr(c.__context__), repr(c.__context__.__context__), c.__context__.__context__.__context__)
