# An int too long to print or read says so.
n = 10 ** 4299
print(len(str(n)))
try:
    str(10 ** 4300)
except ValueError as error:
    print(error)
try:
    int("1" * 4301)
except ValueError as error:
    print(error)
print(len(hex(10 ** 4300)), (10 ** 4300).bit_length())
