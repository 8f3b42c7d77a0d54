# input: prompts and lines of standard input.
name = input("name? ")
print(repr(name))
print(repr(input()), repr(input("")))
try:
    input("more? ")
except EOFError as error:
    print(error)
