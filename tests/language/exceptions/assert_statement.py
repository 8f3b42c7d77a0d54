# assert with and without a message.
assert True
assert 1 < 2, "never evaluated"
def check(value):
    assert value, f"value was {value!r}"
    return "fine"
print(check(1))
for value in [0, "", [], None]:
    try:
        check(value)
    except AssertionError as error:
        print(error, error.args)
try:
    assert False
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert [], {"any": "object"}
except AssertionError as error:
    print(error.args[0]["any"])
def side_effect():
    print("message evaluated")
    return "m"
try:
    assert 0, side_effect()
except AssertionError as error:
    print(error)
assert (x := 5) == 5
print(x, __debug__)
