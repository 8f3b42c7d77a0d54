# tuple.__new__ looks at the class that it is given.
for cls in (int, list, 3):
    try:
        print(tuple.__new__(cls, (1, 2)))
    except TypeError as error:
        print(error)
